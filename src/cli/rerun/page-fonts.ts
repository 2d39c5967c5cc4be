import { fontFilesFor } from '../../publish/fonts/font.js';
import type { OutputFolder } from './output-folder.js';

/** Puts the fonts into a folder of pages that their text needs. */
export async function writeFonts(folder: OutputFolder, text: string): Promise<void> {
  const fonts = await fontFilesFor([...new Set(text)].join(''));
  folder.write('assets/fonts.css', fonts.css);
  for (const { name, data } of fonts.files) folder.write(`assets/${name}`, data);
}
