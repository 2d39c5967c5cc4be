import { groupBy } from '../../domain/group-by.js';
import type { RunRecord } from '../../notebook/run-record.js';
import { html, type SafeHtml } from '../../show/html.js';
import { gradeHtml } from '../../show/tables/table-html.js';
import { wholePage } from './page-frame.js';

/** A finished run and where its first page stands, seen from the folder of all results. */
export interface PlaceRun {
  run: RunRecord;
  href: string;
}

/**
 * Every place and period that was run, with its worst grade: `output/index.html`.
 *
 * @param runs by place, the newest period first
 */
export function placesPage(runs: readonly PlaceRun[]): string {
  const places = [...groupBy(runs, ({ run }) => run.placeName)].map(([place, own]) => placeHtml(place, own));
  return wholePage({
    title: '医疗保险基金运行分析',
    root: '',
    bar: html`<a class="home" href="index.html">医疗保险基金运行分析</a>`,
    body: html`<h1>全部地区和期间</h1>
${places.length > 0 ? places : html`<p>还没有结果。</p>`}`,
  });
}

function placeHtml(place: string, runs: readonly PlaceRun[]): SafeHtml {
  const rows = runs.map(({ run, href }) => {
    const [worst] = run.grades;
    const counts = run.grades.map(({ gradeName, pools }) => `${gradeName} ${pools}`).join('，');
    const { gradeName, severity } = worst ?? { gradeName: '未定级', severity: 99 };
    return html`<tr><td class="short"><a href="${href}">${run.periodLabel}</a></td><td>${gradeHtml({ gradeName, severity })}</td><td>${counts}</td><td class="short">${run.rule}</td></tr>
`;
  });
  return html`<section><h2>${place}</h2>
<div class="scroll"><table><thead><tr><th scope="col" class="text">期间</th><th scope="col" class="text">最差等级</th><th scope="col" class="text">统筹区个数（按险种）</th><th scope="col" class="text">规则</th></tr></thead>
<tbody>${rows}</tbody></table></div></section>
`;
}
