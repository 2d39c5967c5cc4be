import { readdirSync } from 'node:fs';
import path from 'node:path';
import { comparePeriods, periodLabel } from '../domain/period.js';
import { readReference } from '../facts/read-reference.js';
import { listForms, listPeriods, projectRoot } from '../facts/workspace.js';

const WAITING = '有填报工作簿，尚未导入';

/** Prints the places and periods that the workspace holds, and the forms that are not imported yet. */
export function list({ json }: { json: boolean }): void {
  const root = projectRoot();
  const known = readReference(root).places;
  const places = known.map((place) => ({
    place: place.code,
    name: place.name,
    isDefault: place.isDefault,
    periods: listPeriods(root, place.code),
    forms: listForms(root, place.code),
  }));
  const named = new Set(known.map(({ code }) => code));
  const coming = readdirSync(path.join(root, 'data'))
    .filter((code) => !named.has(code))
    .map((code) => ({ place: code, name: '', isDefault: false, periods: [], forms: listForms(root, code) }))
    .filter(({ forms }) => forms.length > 0);
  if (json) {
    console.log(JSON.stringify([...places, ...coming]));
    return;
  }
  for (const { place, name, isDefault, periods, forms } of [...places, ...coming]) {
    console.log(`${place}（${name || '新地区'}）${isDefault ? '，默认地区' : ''}`);
    for (const period of [...new Set([...periods, ...forms])].sort(comparePeriods)) {
      console.log(`  ${period}  ${periodLabel(period)}${forms.includes(period) ? `  ${WAITING}` : ''}`);
    }
  }
}
