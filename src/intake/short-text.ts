const MOST = 80;

/** Text as a message quotes it: what is longer than 80 characters, or `most`, is cut and the number of characters told. */
export function shortText(text: string, most = MOST): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most).replace(/[\ud800-\udbff]$/u, '')}…（共 ${text.length} 个字）`;
}
