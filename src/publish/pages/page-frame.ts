import { html, raw, type SafeHtml } from '../../show/html.js';
import { chartScripts, DRAW_SCRIPT_HASH } from '../pictures/plotly-script.js';
import { PAGE_STYLE } from './page-style.js';
import { PRINT_STYLE } from './print-style.js';

/** To which place and period a page belongs. */
export interface PageSite {
  /** Such as 株洲市. */
  placeName: string;
  /** Such as 2022年. */
  periodLabel: string;
}

/** An entry of the bar at the head of a page. */
export interface NavigationLink {
  href: string;
  label: string;
}

/** What a page consists of. */
export interface Page {
  site: PageSite;
  /** Title of the page itself; empty for the index, which bears the title of the site. */
  title: string;
  /** Way from the page to the folder of `index.html`. */
  root: '' | '../';
  navigation: readonly NavigationLink[];
  body: SafeHtml;
}

/**
 * Nothing leaves the page: scripts, styles, pictures and fonts come from the folder it lies in. `file:` stands beside
 * 'self' because browsers do not agree whether 'self' covers a page opened by double click. Plotly styles its elements
 * by attribute, hence 'unsafe-inline' for styles; of inline scripts only the product's own runs.
 */
const POLICY = [
  "default-src 'none'",
  `script-src 'self' file: ${DRAW_SCRIPT_HASH}`,
  "style-src 'self' file: 'unsafe-inline'",
  "img-src 'self' file: data: blob:",
  "font-src 'self' file: data:",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** `株洲市 2022年 医疗保险基金运行分析` */
export function siteTitle(site: PageSite): string {
  return `${site.placeName} ${site.periodLabel} 医疗保险基金运行分析`;
}

/** A whole page of a period: policy, style, bar with links, body, and the scripts when the body has charts. */
export function pageFrame({ site, title, root, navigation, body }: Page): string {
  const links = navigation.map(({ href, label }) => html`<a href="${href}">${label}</a>`);
  return wholePage({
    title: title === '' ? siteTitle(site) : `${title} - ${siteTitle(site)}`,
    root,
    bar: html`<a class="home" href="${root}index.html">${siteTitle(site)}</a><nav aria-label="本页导航">${links}</nav>`,
    body,
  });
}

/** A page of no period, or what {@link pageFrame} makes of one. */
export function wholePage({
  title,
  root,
  bar,
  body,
}: Pick<Page, 'title' | 'root' | 'body'> & { bar: SafeHtml }): string {
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${raw(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="${root}assets/fonts.css">
<style>${raw(PAGE_STYLE)}${raw(PRINT_STYLE)}</style>
</head>
<body>
<header class="bar">${bar}</header>
<main>
${body}
</main>
${body.text.includes('<figure class="chart') ? chartScripts(root) : null}</body>
</html>
`.text;
}
