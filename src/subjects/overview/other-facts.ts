import { minus } from '../../domain/figure-text.js';
import { nameOfIndicator, partitionsOf } from '../../domain/indicator.js';
import type { Fact } from '../../facts/fact.js';
import type { Fund } from '../../facts/fund.js';
import { INDICATOR, PERIOD, REGION, SCHEME } from '../../show/tables/columns.js';
import type { TableView } from '../../show/tables/table-view.js';

/** Indicators of no subject: what a document says of the place, its offices, and what was owed before. */
const OF_NO_SUBJECT = [
  'population',
  'restructuredEnterprises',
  'restructuredPersons',
  'distressedPersons',
  'restructuredReservePerPerson',
  'internalOffices',
  'affiliatedInstitutions',
  'staffContributions',
  'subsidisedAmount',
  'benefitPersons',
  'benefitVisits',
  'allianceDrugSavings',
  'levyRate',
];
/** Indicators that subjects show of the basic schemes alone. */
const OF_BASIC_SCHEMES = ['enrolment', 'cumulativeLevy'];
/** Indicators of which documents list parts beside those that make up the whole. */
const WITH_OTHER_PARTS = ['enrolment', 'keyGroupInsuredRate'];
const BASIC = ['employee', 'resident', 'basic'];
/** Figures that the tables of indicators show, whatever they are. */
const KPI_FILE = '/kpi.csv#';

/**
 * What the report gives that no table of a subject shows, as printed: every fact is in some table. Targets of indicators that have
 * no result are among them.
 */
export function otherFactsTable(fund: Fund): TableView {
  const facts = (fund.facts.objects() as Fact[]).filter((fact) => fact.state !== 'unknown' && isOther(fact, fund));
  return {
    name: 'other-facts',
    title: '各专题没有用到的数',
    columns: [
      REGION,
      SCHEME,
      { ...INDICATOR, key: 'indicator', display: 'indicatorName' },
      { key: 'categoryName', label: '分项', kind: 'text', absent: '' },
      PERIOD,
      { key: 'printed', display: 'printedText', label: '报告所印', kind: 'text', sources: 'ref' },
      { key: 'source', label: '印在何处', kind: 'text' },
    ],
    rows: facts.map(({ printed, unit, basis, ...fact }) => ({
      ...fact,
      indicatorName: `${nameOfIndicator(fund.reference.indicators, fact.indicator)}${basis === 'target' ? '（目标）' : ''}`,
      printed,
      printedText: `${minus(printed)}${unit === '比例' ? '' : unit}`,
    })),
    empty: '本期的数都在各专题的表里',
    notes: [],
  };
}

function isOther({ indicator, scheme, category, basis, ref }: Fact, { reference }: Fund): boolean {
  if (ref.includes(KPI_FILE) && basis === 'actual') return false;
  if (OF_NO_SUBJECT.includes(indicator)) return true;
  if (!BASIC.includes(scheme)) return OF_BASIC_SCHEMES.includes(indicator);
  // Subjects show the parts that make up a whole; of residents also groups that overlap.
  const isPart = partitionsOf(reference.categories, indicator).some((parts) =>
    parts.some(({ code }) => code === category),
  );
  return WITH_OTHER_PARTS.includes(indicator) && category !== '' && !isPart && scheme !== 'resident';
}
