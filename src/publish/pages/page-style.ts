import { GRADE_COLOURS } from '../../show/charts/theme.js';

/** A grade has the same colour as in the charts, as edge and tint; its text stays dark enough to read. */
const GRADE_STYLE = GRADE_COLOURS.map((colour, index) => `.severity-${index + 1} { --grade: ${colour}; }`).join('\n');

/** Style of every page on screens from 320 px: one column, wide tables scroll in a box of their own. */
export const PAGE_STYLE = `
:root { --ink: #1f2933; --soft: #5b6770; --line: #d5dbe1; --paper: #fff; --ground: #f5f7f9; --blue: #17497a;
  --red: #a4161a; --red-ground: #fdecec; --amber: #7a4b00; --amber-ground: #fff1d0;
  --teal: #0b5c6b; --teal-ground: #e0f2f4; --grey-ground: #eceff2; --bar: 3.25rem; }
* { box-sizing: border-box; }
html { scroll-padding-top: calc(var(--bar) + .75rem); -webkit-text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--ground); line-height: 1.7; overflow-wrap: break-word;
  font-family: 'Fundwatch Sans', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif; font-size: 16px; }
main { max-width: 66rem; margin: 0 auto; padding: 1.5rem 1.25rem 4rem; }
a { color: var(--blue); text-underline-offset: .2em; text-decoration-thickness: 1px; }
a:focus-visible, summary:focus-visible { outline: 3px solid #e2a100; outline-offset: 2px; }
h1 { font-size: 1.7rem; line-height: 1.35; margin: .5rem 0 .25rem; }
h2 { font-size: 1.3rem; line-height: 1.4; margin: 2.75rem 0 1rem; padding-left: .7rem; border-left: .3rem solid var(--blue); }
h3 { font-size: 1.08rem; margin: 1.75rem 0 .5rem; }
img { max-width: 100%; height: auto; }
.lead, .soft, .downloads, .notes { color: var(--soft); }
.lead { margin: 0 0 1rem; }
.soft, .downloads, .notes { font-size: .88rem; }

.bar { position: sticky; top: 0; z-index: 5; display: flex; gap: 1.5rem; align-items: center; min-height: var(--bar);
  padding: 0 1.25rem; background: var(--blue); }
.bar a { color: #fff; text-decoration: none; white-space: nowrap; }
.bar a:hover { text-decoration: underline; }
.bar .home { font-weight: 600; }
.bar nav { display: flex; gap: 1.1rem; overflow-x: auto; font-size: .94rem; scrollbar-width: none; }

.banner { padding: .8rem 1.1rem; margin: 1rem 0; border-left: .35rem solid; border-radius: 3px; }
.banner ul { margin: .3rem 0 0; padding-left: 1.3rem; }
.banner.failed { color: var(--red); background: var(--red-ground); }
.banner.skipped { color: var(--amber); background: var(--amber-ground); }
.banner a { color: inherit; }

table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: .92rem; font-variant-numeric: tabular-nums; line-height: 1.5; }
th, td { padding: .42rem .7rem; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
thead th { border-bottom: 2px solid var(--blue); font-weight: 600; vertical-align: bottom; }
.figure { text-align: right; }
td.figure, .short, .unit { white-space: nowrap; }
.unit { display: inline-block; }
th { text-wrap: balance; }
th.text { min-width: 4.5em; } th.figure { min-width: 5em; } .long { min-width: 11em; }
table.small, .wide table { font-size: .84rem; }
.wide th, .wide td { padding: .4rem .5rem; } .wide th.figure { min-width: 4.5em; } .wide .long { min-width: 8em; }
.unknown { color: var(--soft); }
.scroll { overflow-x: auto; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.scroll tbody tr:last-child > * { border-bottom: 0; }
.fund-table { margin: 1.25rem 0; }
/* A table that needs it is wider than the text. */
.fund-table:is(.wide, :has(.long), :has(.sources)) .scroll { margin-inline: min(0px, calc(50% - min(50vw - 1.9rem, 38rem))); }
.fund-table figcaption, .chart figcaption { font-weight: 600; margin-bottom: .4rem; }
.fund-table .scroll th:first-child, .fund-table .scroll td:first-child { position: sticky; left: 0; background: var(--paper); }
.notes { margin: .5rem 0 0; padding-left: 1.2rem; }
.sources details { min-width: 5em; }
.sources details[open] { min-width: 12em; font-size: .9em; }
.sources summary { cursor: pointer; color: var(--blue); }
.sources ul { margin: .2rem 0 0; padding-left: 1.1rem; }

.grade, .tile { --grade: #a6a9ad; background: color-mix(in srgb, var(--grade) 16%, #fff); }
${GRADE_STYLE}
.grade { display: inline-block; padding: 0 .6em 0 .45em; border: 1px solid var(--grade); border-left-width: .45em; border-radius: 3px;
  font-weight: 600; white-space: nowrap; }
.tiles { display: flex; flex-wrap: wrap; gap: .6rem; padding: 0; margin: .8rem 0; list-style: none; }
.tile { flex: 1 1 9rem; padding: .3rem .9rem; border-radius: 4px; border-left: .45rem solid var(--grade); }
.tile .count { font-size: 1.5rem; line-height: 1.2; font-weight: 700; background: none; }
.brief { background: var(--paper); border: 1px solid var(--line); border-radius: 4px; table-layout: fixed; }
.brief th:first-child { width: 7em; }
.brief td, .brief th { padding: .35rem .6rem; }
.brief strong { display: block; font-size: 1.12rem; line-height: 1.3; white-space: nowrap; }
.brief .name { display: none; } .others { display: grid; grid-template-columns: repeat(auto-fill, minmax(11rem, 1fr)); gap: .6rem; padding: .6rem; margin: .8rem 0; list-style: none; }
.others .name { display: block; font-size: .85rem; color: var(--soft); } .common { margin: .3rem 0; }
.change, .why, .doubt { display: block; font-size: .8rem; line-height: 1.35; color: var(--soft); }
.change { color: var(--ink); }
.doubt, .topic { color: var(--red); }
.reasons details p { margin: .2rem 0 .2rem 1em; }
.sentences { list-style: none; padding: 0; margin: .6rem 0 0; }
.sentences li { display: grid; grid-template-columns: 6em 1fr; gap: .5rem; padding: .2rem 0; line-height: 1.5; border-top: 1px solid var(--line); }
.picture { margin: .5rem 0; }
.matrix td .grade { margin-right: .5em; }

.chart { margin: 1.5rem 0 2rem; padding: .75rem; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.chart .live { display: none; overflow-x: auto; }
.chart.drawn .still { display: none; }
.chart.drawn .live { display: block; }
.chart .still { display: block; margin: 0 auto; }
.chart.titled:not(.narrow) figcaption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.chart.narrow figcaption::after { content: '（左右滑动看全图）'; font-weight: 400; font-size: .85rem; color: var(--soft); }
.downloads { margin: .4rem 0 0; }
.downloads a + a { margin-left: .5em; }
.modebar-btn:focus-visible { outline: 2px solid #e2a100; }

details > summary { cursor: pointer; }
.block > summary { font-weight: 600; padding: .3rem 0; }
.block .fund-table { margin: .3rem 0 0; } .block .fund-table figcaption { display: none; }
.block + .downloads { margin: .3rem 0 1.3rem; }
.status { font-weight: 600; white-space: nowrap; }
.status.done { color: var(--teal); } .status.skipped { color: var(--amber); } .status.failed { color: var(--red); }
.findings li { margin: .3rem 0; }
td.about { min-width: 11em; } td.about .soft { font-size: .92em; overflow-wrap: anywhere; }
.hash { font-family: ui-monospace, Consolas, monospace; font-size: .8rem; overflow-wrap: anywhere; }
tr:target > td, td:target, .line:target { background: #fff3b8 !important; }
tr:target > td:first-child, .line:target { box-shadow: inset .3rem 0 0 #e2a100; }

.code { margin: .15rem 0; color: var(--soft); font-size: .88rem; }
pre { margin: .4rem 0; padding: .8rem 1rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.5;
  background: var(--paper); border: 1px solid var(--line); border-radius: 4px; color: var(--ink); font-size: .84rem;
  font-family: ui-monospace, Consolas, 'Fundwatch Sans', 'Noto Sans SC', 'Microsoft YaHei', monospace; }
.error { color: var(--red); background: var(--red-ground); border-left: .35rem solid; padding: .7rem 1rem; margin: 1rem 0; }
.error strong { display: block; }
.markdown blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: .25rem solid var(--line); color: var(--soft); }
.markdown code { font-size: .9em; background: var(--grey-ground); padding: .1em .3em; border-radius: 3px; }

.lines { padding: .5rem 0; background: var(--paper); border: 1px solid var(--line); border-radius: 4px; }
.line { display: grid; grid-template-columns: 4em 1fr; }
.line > a { color: var(--soft); text-align: right; padding-right: 1em; text-decoration: none; font-size: .8rem; line-height: 2.1;
  font-variant-numeric: tabular-nums; }
.line > span { white-space: pre-wrap; overflow-wrap: anywhere; padding-right: 1rem; }

.scroll:has(> .sheet) { width: fit-content; max-width: 100%; }
.sheet { width: max-content; font-size: .84rem; }
.sheet th, .sheet td { border: solid var(--line); border-width: 0 1px 1px 0; padding: .2rem .5rem; max-width: 24em; vertical-align: middle; }
.sheet th { min-width: 2.6em; color: var(--soft); background: var(--grey-ground); font-weight: 400; text-align: center; }
.sheet tbody th { position: sticky; left: 0; z-index: 1; }
.sheet .label { position: sticky; left: 2.6em; background: var(--paper); }
.sheet .fault { color: var(--red); }
.sheet td { scroll-margin: 14rem 4rem 4rem 12rem; }
.sheet td:target { box-shadow: inset 0 0 0 2px #e2a100; }

@media (max-width: 700px) {
  :root { --bar: 5rem; }
  main { padding: 1rem .9rem 3rem; }
  h1 { font-size: 1.35rem; } h2 { font-size: 1.15rem; }
  .bar { flex-direction: column; align-items: stretch; justify-content: center; gap: .1rem; padding: .3rem .9rem; }
  .bar .home { overflow: hidden; text-overflow: ellipsis; font-size: .95rem; }
  .bar nav a { padding: .25rem 0; }
  th, td { padding: .38rem .5rem; }
  .chart { padding: .4rem; }
  .reasons, .reasons tbody { display: block; } .reasons thead { display: none; }
  .reasons tr { display: flex; flex-wrap: wrap; gap: .2rem .9rem; align-items: baseline; padding: .6rem; border-bottom: 1px solid var(--line); }
  .reasons td { padding: 0; border: 0; } .reasons .reason { flex-basis: 100%; } .months::after { content: ' 个月'; }
  .matrix td .short { display: block; }
  .long { min-width: 22em; }
  .tile { flex-basis: 40%; }
  .brief, .brief tbody, .brief th { display: block; width: auto; } .brief thead { display: none; } .brief tr { display: grid; grid-template-columns: 1fr 1fr; padding: .3rem 0; }
  .brief tr > th:first-child { grid-column: 1 / -1; width: auto; border: 0; } .brief td { border: 0; } .brief .name { display: block; font-size: .85rem; color: var(--soft); }
  .sentences li { grid-template-columns: 1fr; gap: 0; }
  .sheet .label { max-width: 8em; }
  .line { grid-template-columns: 2.8em 1fr; } .line > a { padding-right: .6em; }
}
`;
