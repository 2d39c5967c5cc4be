import { periodLabel } from '../domain/period.js';
import { readReference } from '../facts/reference.js';
import { listPeriods, projectRoot } from '../facts/workspace.js';

/** Prints the places and periods that the workspace holds. */
export function list({ json }: { json: boolean }): void {
  const root = projectRoot();
  const places = readReference(root).places.map((place) => ({
    place: place.code,
    name: place.name,
    isDefault: place.isDefault,
    periods: listPeriods(root, place.code),
  }));
  if (json) {
    console.log(JSON.stringify(places));
    return;
  }
  for (const { place, name, isDefault, periods } of places) {
    console.log(`${place}（${name}）${isDefault ? '，默认地区' : ''}`);
    for (const period of periods) console.log(`  ${period}  ${periodLabel(period)}`);
  }
}
