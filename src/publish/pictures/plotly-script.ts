import { createHash } from 'node:crypto';
import { html, raw, type SafeHtml, scriptJson } from '../../show/html.js';
import { PLOTLY_LOCALE } from './plotly-locale.js';

/** A file that pages load: where it stands in the output folder, and the module whose file is copied there. */
export interface PageAsset {
  file: string;
  /** For `createRequire(import.meta.url).resolve`. */
  module: string;
}

/** Files that must be copied beside the pages, relative to the folder of `index.html`. */
export const PAGE_ASSETS: readonly PageAsset[] = [
  { file: 'assets/plotly-basic.min.js', module: 'plotly.js/plotly-basic.min.js' },
];

/**
 * Draws every chart of the page in place of its picture; a chart that cannot be drawn keeps its picture. A chart grows
 * with the page but never shrinks below the width it was designed for, at which its labels have room: on a narrow screen
 * it scrolls in its own box, its title goes to the caption, and dragging is left to the finger that scrolls.
 */
const DRAW = `
(() => {
  if (!window.Plotly) return;
  Plotly.register(${scriptJson(PLOTLY_LOCALE).text});
  const config = { locale: 'zh-CN', responsive: true, displaylogo: false, showSendToCloud: false, plotlyServerURL: '',
    modeBarButtonsToRemove: ['select2d', 'lasso2d'] };
  const touch = window.matchMedia('(pointer: coarse)').matches;
  for (const figure of document.querySelectorAll('figure.chart')) {
    const { name, data, layout } = JSON.parse(figure.querySelector('script').textContent);
    const plot = figure.querySelector('.plot');
    figure.classList.add('drawn');
    plot.style.minWidth = (layout.width || 0) + 'px';
    if (figure.querySelector('.live').clientWidth < layout.width) {
      delete layout.title;
      figure.classList.add('narrow');
    }
    delete layout.width;
    layout.autosize = true;
    if (touch) layout.dragmode = false;
    const keepPicture = () => figure.classList.remove('drawn', 'narrow');
    const toImageButtonOptions = { format: 'png', filename: name, scale: 2 };
    try {
      Plotly.newPlot(plot, data, layout, { ...config, toImageButtonOptions }).catch(keepPicture);
    } catch {
      keepPicture();
    }
  }
})();
`;

/** Source expression of the Content Security Policy that allows the drawing script and no other inline script. */
export const DRAW_SCRIPT_HASH = `'sha256-${createHash('sha256').update(DRAW).digest('base64')}'`;

/** The scripts of a page with charts; they belong to the end of its body. */
export function chartScripts(root: '' | '../'): SafeHtml {
  return html`<script src="${root}assets/plotly-basic.min.js"></script>
<script>${raw(DRAW)}</script>
`;
}
