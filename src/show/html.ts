/** HTML that is already safe: made by {@link html} or {@link raw} only. */
export class SafeHtml {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = SafeHtml | string | number | null | undefined | readonly Part[];

/**
 * Builds HTML from a template; everything put into it is escaped, so that a region named `<img onerror>` is text.
 * Only values of {@link SafeHtml} and lists of such go in as they are; null and undefined vanish.
 */
export function html(strings: TemplateStringsArray, ...parts: Part[]): SafeHtml {
  return new SafeHtml(strings.reduce((text, string, index) => `${text}${partText(parts[index - 1])}${string}`));
}

/** Marks text as HTML that needs no escaping. Only for constants of the product, never for data. */
export function raw(text: string): SafeHtml {
  return new SafeHtml(text);
}

/** Text as HTML text or attribute value. */
export function escapeHtml(text: string): string {
  const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}

/** JSON that can stand inside a script element: no `<`, no line separators. */
export function scriptJson(value: unknown): SafeHtml {
  const text = JSON.stringify(value)
    .replace(/</g, '\\u003c')
    .replace(/\u2028/g, '\\u2028')
    .replace(/\u2029/g, '\\u2029');
  return new SafeHtml(text);
}

function partText(part: Part): string {
  if (part === null || part === undefined) return '';
  if (part instanceof SafeHtml) return part.text;
  if (typeof part === 'object') return part.map(partText).join('');
  return escapeHtml(String(part));
}
