// A throwaway workspace of the synthetic province: its quarter before is imported, its quarter is a workbook to import.
import { appendFileSync, cpSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fillDerived, PLACE, provinceFacts, REFERENCE_LINES } from './synthetic-province.mjs';

const ROOT = path.resolve(import.meta.dirname, '..');
const BEFORE = '2023Q1';
export const PERIOD = '2023Q2';

/**
 * Makes the workspace in a folder that has or gets a reference, and gives the path of the quarter's workbook. Needs the compiled product (npm run build).
 *
 * @param importEarlier imports the workbook of the quarter before
 */
export async function provinceWorkspace(root, importEarlier) {
  const own = path.join(root, 'data/reference');
  if (!existsSync(own)) cpSync(path.join(ROOT, 'data/reference'), own, { recursive: true });
  for (const [name, lines] of Object.entries(REFERENCE_LINES))
    appendFileSync(path.join(root, 'data/reference', `${name}.csv`), `${lines.join('\n')}\n`);
  const { readReference } = await import('../dist/facts/read-reference.js');
  const { readReport } = await import('../dist/facts/read-report.js');
  const { buildForm } = await import('../dist/intake/form/form.js');
  const { writeForm } = await import('../dist/intake/form/write-form.js');
  const reference = readReference(root);
  const write = async (period, reports) => {
    const fill = provinceFacts(period, reference);
    const form = fillDerived(buildForm({ reference, place: PLACE, period, reports, isEmpty: false, fill }));
    const file = path.join(root, 'workbooks', `${period}.xlsx`);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, await writeForm(form));
    return file;
  };
  await importEarlier(await write(BEFORE, []));
  return write(PERIOD, [readReport({ root, place: PLACE, reference }, BEFORE)]);
}
