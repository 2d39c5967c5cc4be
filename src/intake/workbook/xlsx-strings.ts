import { XmlScanner } from './xml-scanner.js';

/** The texts that the cells of a workbook share, in their order; text in several fonts is joined, readings are left out. */
export function readSharedStrings(xml: string, part: string): string[] {
  const strings: string[] = [];
  for (const scanner = new XmlScanner(xml, part); scanner.next(); ) {
    if (scanner.name === 'si' && !scanner.closing) strings.push(readRichText(scanner));
  }
  return strings;
}

/** Text of the element that the scanner stands on (`si`, `is`); leaves it on the element's end. */
export function readRichText(scanner: XmlScanner): string {
  if (scanner.empty) return '';
  const element = scanner.name;
  let text = '';
  let reading = false;
  while (scanner.next() && !(scanner.closing && scanner.name === element)) {
    // East Asian readings above the text are not part of it.
    if (scanner.name === 'rPh') reading = !scanner.closing && !scanner.empty;
    else if (scanner.name === 't' && scanner.closing && !reading) text += scanner.text;
  }
  return unescapeControls(text);
}

/** `_x000D_` stands for a control character, `_x005F_` for the underscore that begins such text. */
export function unescapeControls(text: string): string {
  return text.replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
