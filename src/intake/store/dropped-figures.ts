import { nameOfIndicator } from '../../domain/indicator.js';
import { schemeName } from '../../domain/scheme.js';
import type { Fact, PublishedFigure } from '../../facts/fact.js';
import type { PlaceFolder, Report } from '../../facts/read-report.js';
import type { IntakeFigure } from '../intake-figure.js';
import type { IntakeFinding } from '../intake-finding.js';
import { storedKey } from './known-figures.js';
import { workbookDocument } from './stored-figures.js';

/** More kinds of figures than these are not named. */
const MOST_NAMED = 6;

/**
 * A doubt when the import before stored figures of the period that this workbook does not have: it replaces that one, and
 * whoever has a second statement of the same quarter would lose the first without a word. Blanks are no loss.
 *
 * @param stored the period as it is stored
 */
export function checkDropped(
  stored: Report,
  figures: readonly IntakeFigure[],
  { place, reference }: Pick<PlaceFolder, 'place' | 'reference'>,
): IntakeFinding[] {
  const document = workbookDocument(place.code, stored.period);
  const now = new Set(figures.map(storedKey));
  const dropped = [...stored.facts, ...stored.published].filter(
    (figure) =>
      figure.source.split(' ')[0] === document &&
      figure.period === stored.period &&
      figure.state !== 'unknown' &&
      !now.has(storedKey(figure)),
  );
  if (dropped.length === 0) return [];
  const nameOf = ({ scheme, indicator }: Fact | PublishedFigure): string =>
    `${schemeName(scheme)}${nameOfIndicator(reference.indicators, indicator)}`;
  const names = [...new Set(dropped.map(nameOf))];
  const named = names.slice(0, MOST_NAMED).join('、') + (names.length > MOST_NAMED ? '等' : '');
  return [
    {
      severity: 'doubt',
      rule: 'stored',
      sheet: '',
      cell: '',
      value: '',
      message: `上一次导入的工作簿有 ${dropped.length} 个数，这个工作簿里没有：${named}。一期只存一个工作簿，导入后这些数不再存在本期`,
      hint: '同一期有几个工作簿时，请把各表放进一个工作簿再导入',
    },
  ];
}
