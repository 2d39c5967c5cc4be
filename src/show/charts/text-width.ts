import { FONT_SIZE } from './theme.js';

/** Widest width of a character in em: Chinese characters fill the square, other letters about six tenths of it. */
const LATIN_EM = 0.6;
const LABEL_AIR = 8;

/** Width in CSS pixels that a text needs at a font size; on the generous side, so that nothing is cut. */
export function textWidth(text: string, fontSize: number): number {
  return [...text].reduce((sum, character) => sum + emOf(character), 0) * fontSize;
}

/** Breaks a text into lines of at most the given width; Chinese may break after any character. */
export function wrapText(text: string, width: number, fontSize: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (line !== '' && textWidth(line + character, fontSize) > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}

/** Room for a text. */
export interface TextRoom {
  width: number;
  fontSize: number;
  lines: number;
}

/** At most `lines` lines of a text; what does not fit ends in `…`. */
export function clipText(text: string, { width, fontSize, lines }: TextRoom): string[] {
  const wrapped = wrapText(text, width, fontSize);
  if (wrapped.length <= lines) return wrapped;
  const kept = wrapped.slice(0, lines);
  kept[lines - 1] = `${[...(kept[lines - 1] ?? '')].slice(0, -1).join('')}…`;
  return kept;
}

/** Whether a label, with a little air, fits into a length of pixels. */
export function labelFits(text: string, pixels: number): boolean {
  return textWidth(text, FONT_SIZE.label) + LABEL_AIR <= pixels;
}

function emOf(character: string): number {
  return (character.codePointAt(0) ?? 0) < 0x2000 ? LATIN_EM : 1;
}
