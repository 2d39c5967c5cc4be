import { fontFilesFor } from '../../publish/fonts/font.js';
import type { OutputFolder } from './output-folder.js';

/** Puts the fonts into a folder of pages that their text needs. */
export async function writeFonts(folder: OutputFolder, text: string): Promise<void> {
  const fonts = await fontFilesFor(distinct(text));
  folder.write('assets/fonts.css', fonts.css);
  for (const { name, data } of fonts.files) folder.write(`assets/${name}`, data);
}

/** Every character of a text once: by code units, because a page has tens of millions. */
function distinct(text: string): string {
  const seen = new Uint8Array(0x10000);
  let others = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 0xd800 || unit > 0xdfff) seen[unit] = 1;
    else others += text[at];
  }
  const plain = Array.from(seen.keys()).filter((unit) => seen[unit] === 1);
  return [...plain.map((unit) => String.fromCharCode(unit)), ...new Set(others)].join('');
}
