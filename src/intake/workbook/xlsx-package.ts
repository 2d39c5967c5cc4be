import { InputError } from '../../domain/input-error.js';
import { shortText } from '../short-text.js';
import type { Package } from './preflight.js';
import { LONGEST_NAME } from './reading-limits.js';
import { XmlScanner } from './xml-scanner.js';

/** What a workbook says of itself before its sheets are read. Parts that are missing are undefined. */
export interface WorkbookParts {
  /** As the workbook lists them; `part` is the name of each in the package. */
  sheets: { name: string; hidden: boolean; part: string }[];
  date1904: boolean;
  sharedStrings: string | undefined;
  styles: string | undefined;
}

interface Relation {
  id: string;
  /** Last word of its type: `worksheet`, `styles`. */
  type: string;
  target: string;
}

/** Finds the parts of a workbook by its relations. Throws InputError when it has no sheet of cells or lacks one of them. */
export function readWorkbookParts(contents: Package): WorkbookParts {
  const root = readRelations(contents, '').find(({ type }) => type === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const xml = contents.text(root);
  if (xml === undefined) throw new InputError('压缩包里没有工作簿，这不是 Excel 文件。请另存为 .xlsx 后再导入');
  const relations = readRelations(contents, root);
  const only = (type: string): string | undefined => relations.find((relation) => relation.type === type)?.target;

  const parts: WorkbookParts = {
    sheets: [],
    date1904: false,
    sharedStrings: only('sharedStrings'),
    styles: only('styles'),
  };
  for (const scanner = new XmlScanner(xml, root); scanner.next(); ) {
    if (scanner.closing) continue;
    if (scanner.name === 'workbookPr') parts.date1904 = /^(1|true)$/.test(scanner.attribute('date1904') ?? '');
    if (scanner.name !== 'sheet') continue;
    const name = scanner.attribute('name') ?? '';
    if (name.length > LONGEST_NAME) {
      throw new InputError(`工作表的名称“${shortText(name)}”长于 ${LONGEST_NAME} 个字，不是正常的工作簿`);
    }
    const relation = relations.find(({ id }) => id === scanner.attribute('id'));
    if (relation === undefined)
      throw new InputError(`文件已损坏：工作表“${name}”没有内容。请用 Excel 打开后另存为 .xlsx`);
    // Sheets that only hold a chart or a dialogue have no cells.
    if (relation.type !== 'worksheet') continue;
    parts.sheets.push({ name, hidden: /hidden/i.test(scanner.attribute('state') ?? ''), part: relation.target });
  }
  if (parts.sheets.length === 0) throw new InputError('工作簿里没有工作表');
  return parts;
}

/** Relations of a part; of the package itself for ''. Targets are names of parts. */
function readRelations(contents: Package, part: string): Relation[] {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const file = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations: Relation[] = [];
  for (const scanner = new XmlScanner(contents.text(file) ?? '', file); scanner.next(); ) {
    if (scanner.closing || scanner.name !== 'Relationship' || scanner.attribute('TargetMode') === 'External') continue;
    relations.push({
      id: scanner.attribute('Id') ?? '',
      type: (scanner.attribute('Type') ?? '').replace(/^.*\//, ''),
      target: resolve(folder, scanner.attribute('Target') ?? ''),
    });
  }
  return relations;
}

/** `../xl/styles.xml` seen from `xl/` is `xl/styles.xml`. */
function resolve(folder: string, target: string): string {
  const steps = target.startsWith('/') ? [] : folder.split('/');
  const path: string[] = [];
  for (const step of [...steps, ...target.replaceAll('\\', '/').split('/')]) {
    if (step === '..') path.pop();
    else if (step !== '' && step !== '.') path.push(step);
  }
  return path.join('/');
}
