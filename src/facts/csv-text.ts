/** What a spreadsheet takes for a formula, also in full width, whatever apostrophes stand before it. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/;
/** A printed figure or a dash begins like a formula but is none. */
const PLAIN_FIGURE = /^[+\-－]?[\d,.]*%?$/;

/** One line of a CSV file with its line feed: cells with commas, quotes or line breaks in quotes. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map((text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join(',')}\n`;
}

/**
 * Text of a person with an apostrophe before it where a spreadsheet would run it as a formula: `=1+1` → `'=1+1`.
 * Figures (`-0.63`, `-`) stay. {@link plainText} takes the apostrophe away again.
 */
export function safeText(text: string): string {
  return FORMULA.test(text) && !PLAIN_FIGURE.test(text) ? `'${text}` : text;
}

/** The text that {@link safeText} made safe: `'=1+1` → `=1+1`. Any other text stays. */
export function plainText(text: string): string {
  return text.startsWith("'") && FORMULA.test(text) ? text.slice(1) : text;
}
