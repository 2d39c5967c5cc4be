const LONGEST_LINE = 3_000;
const MOST_LINES = 400_000;
const HAN = /\p{Script=Han}/u;
/** What the program's own mistakes look like when they reach an analyst; no nasty word contains them. */
const SLIPS = /undefined|\[object |(?:Type|Range|Syntax|Reference)Error|\n\s+at .*:\d+:\d+/;

/** Why text must not be shown to an analyst; empty when it may. */
export function faultOfText(lines) {
  const text = lines.join('\n');
  if (!HAN.test(text)) return `no Chinese in ${JSON.stringify(text.slice(0, 200))}`;
  if (SLIPS.test(text))
    return `a slip of the program: ${JSON.stringify(SLIPS.exec(text)?.[0])} in ${text.slice(0, 500)}`;
  const long = lines.find((line) => line.length > LONGEST_LINE);
  if (long !== undefined) return `a line of ${long.length} characters: ${JSON.stringify(long.slice(0, 200))}`;
  return text.length > MOST_LINES ? `${text.length} characters of text` : '';
}

/** Why findings are not what they should be; empty when they are. */
export function faultOfFindings(findings) {
  for (const finding of findings) {
    const { severity, message, sheet, cell, value, hint } = finding;
    const said = JSON.stringify(finding).slice(0, 500);
    if (!['error', 'doubt', 'note'].includes(severity)) return `unknown severity: ${said}`;
    if (!HAN.test(message)) return `no Chinese message: ${said}`;
    if ([sheet, cell, value, hint].some((text) => typeof text !== 'string')) return `no text: ${said}`;
  }
  return '';
}

/** The kind of a refusal: the rule without the file, the quoted text and the numbers. */
export function kindOfRefusal(message) {
  return message
    .replace(/^[^：]*：/, '')
    .replace(/“[^”]*”/gs, '“…”')
    .replace(/部件 \S+ /, '部件 … ')
    .replace(/\d+/g, 'N')
    .replace(/\s+/g, ' ')
    .slice(0, 36);
}
