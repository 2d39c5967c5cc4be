import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import type { Chart } from '../../show/charts/chart.js';
import { CHART_FONT } from '../../show/charts/theme.js';
import { FONT_FAMILY, subsetFontFor } from '../fonts/font.js';
import { chooseSlices } from '../fonts/font-slices.js';
import { addFonts, drawFigure, type PageFigure } from './page-drawing.js';
import { PLOTLY_LOCALE } from './plotly-locale.js';

/** A chart as files. */
export interface ExportedChart {
  /** Stands alone: font embedded, text kept as text, nothing fetched from anywhere. */
  svg: string;
  /** The same picture at twice the layout's width and height. */
  png: Buffer;
  /** Characters that the bundled font cannot draw; other machines may show an empty box for them. */
  missing: string[];
}

/** The page in which charts are drawn, with Plotly loaded. One chart at a time. */
export interface ChartPage {
  draw(chart: Chart): Promise<ExportedChart>;
}

const PLOTLY = createRequire(import.meta.url).resolve('plotly.js/plotly-basic.min.js');
const PIXEL_RATIO = 2;
const VIEWPORT = { width: 1600, height: 1200, deviceScaleFactor: PIXEL_RATIO };

/** No kerning: the embedded font has none, and the text is to be measured as it will be shown. */
const PAGE = `<!doctype html><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:; font-src data:">
<style>body{margin:0;background:#fff;font-kerning:none;font-variant-ligatures:none}#stage{width:max-content;line-height:0}</style>
<div id="stage"></div>`;

/** What nearly every chart says: its font is loaded while the browser has nothing else to do. */
const ALWAYS = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 32 + index))}−
各统筹区县市职工居民基本医疗保险基金收入支出当期累计结余可支付月数预警等级参保人数在退休同比增长年季度单位：万元、（亿）`;

/** Characters that XML 1.0 cannot hold, such as a stray control character from a spreadsheet. */
const NOT_XML = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/** Makes an empty page the one in which charts are drawn. Nothing on it can reach the network. */
export async function openChartPage(page: Page): Promise<ChartPage> {
  const plotly = await readFile(PLOTLY, 'utf8');
  await Promise.all([page.setOfflineMode(true), page.setViewport(VIEWPORT)]);
  await page.setContent(PAGE);
  const loaded = new Set<string>();

  /** Loads what a text needs; false when all of it was there. */
  async function loadFonts(text: string): Promise<boolean> {
    const { parts } = await chooseSlices(text);
    const wanted = parts.map(({ slice }) => slice).filter(({ name }) => !loaded.has(name));
    if (wanted.length === 0) return false;
    await page.evaluate(
      addFonts,
      wanted.map(({ path, unicodeRange }) => ({
        family: FONT_FAMILY,
        unicodeRange,
        base64: readFileSync(path).toString('base64'),
      })),
    );
    for (const { name } of wanted) loaded.add(name);
    return true;
  }

  async function draw(chart: Chart): Promise<ExportedChart> {
    const figure = figureOf(chart);
    await loadFonts(stringsOf(figure).join(''));
    let drawing = await page.evaluate(drawFigure, figure);
    // Text that only appears in the drawing, such as the names of months: measured again with its font.
    if (await loadFonts(drawing.text)) drawing = await page.evaluate(drawFigure, figure);
    const { css, missing } = await subsetFontFor(drawing.text);
    const { width, height } = figure;
    const png = await page.screenshot({
      clip: { x: 0, y: 0, width, height },
      captureBeyondViewport: width > VIEWPORT.width || height > VIEWPORT.height,
      optimizeForSpeed: true,
    });
    return { svg: withFont(drawing.svg, css), png: Buffer.from(png), missing };
  }

  await Promise.all([page.evaluate(`${plotly};Plotly.register(${JSON.stringify(PLOTLY_LOCALE)})`), loadFonts(ALWAYS)]);
  return { draw };
}

function figureOf(chart: Chart): PageFigure {
  const { width, height } = chart.layout;
  if (typeof width !== 'number' || typeof height !== 'number' || !(width > 0 && height > 0)) {
    throw new RangeError(`chart ${chart.name}: layout.width and layout.height must be positive numbers`);
  }
  const seed = createHash('sha256').update(chart.name).digest().readInt32BE(0);
  const { title, data, layout } = cleaned({ title: chart.title, data: chart.data, layout: chart.layout }) as PageFigure;
  return { title, data, layout, width: Math.round(width), height: Math.round(height), seed };
}

/** A copy in which text fits into XML and every font is the one that is embedded. */
function cleaned(value: unknown, key?: string): unknown {
  if (typeof value === 'string') return key === 'family' ? CHART_FONT : value.replace(NOT_XML, '');
  if (Array.isArray(value)) return value.map((item) => cleaned(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, cleaned(item, name)]));
}

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(stringsOf);
}

/** The drawing with its font in it. */
function withFont(svg: string, css: string): string {
  const head = svg.indexOf('>') + 1;
  return `${svg.slice(0, head)}<style>${css}</style>${svg.slice(head)}\n`;
}
