/**
 * Style of a page on A4 paper: pictures instead of interactive charts, no bars and no code, nothing cut in two that fits
 * on a page, colours of grades kept.
 */
export const PRINT_STYLE = `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-center { content: counter(page) ' / ' counter(pages); font-size: 9pt; color: #5b6770; } }
@media print {
  html { scroll-padding-top: 0; }
  body { font-size: 10.5pt; line-height: 1.55; background: #fff; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  a { color: inherit; text-decoration: none; }
  h1 { font-size: 18pt; text-align: center; }
  h2 { font-size: 13pt; margin-top: 1.4em; }
  h1, h2, h3, figcaption, .block > summary { break-after: avoid; }
  .bar, .downloads, .code:not([open]), details.block:not([open]), td.sources, th.sources, .screen { display: none; }
  .chart, .fund-table, .tile, .banner, .error, tr, .line { break-inside: avoid; }
  .fund-table.tall { break-inside: auto; }
  .chart { padding: 0; border: 0; margin: 1em 0; }
  .chart .live, .chart.drawn .live { display: none !important; }
  .chart .still, .chart.drawn .still { display: block !important; width: 100%; max-height: 225mm; object-fit: contain; }
  .chart.narrow.titled figcaption { display: none; }
  .scroll, .fund-table .scroll { overflow: visible; border: 0; margin-inline: 0 !important; }
  .fund-table .scroll th:first-child, .fund-table .scroll td:first-child { position: static; }
  table { font-size: 8.5pt; }
  th, td, .wide th, .wide td { padding: .25em .45em; }
  .wide table { font-size: 7.5pt; }
  thead { display: table-header-group; }
  th.figure, th.text, .wide th.figure { min-width: 0; }
  .long { min-width: 13em; }
  .small { font-size: 7.5pt; }
  .lines { border: 0; }
  .line > a { color: #5b6770; }
}
`;
