import { html, raw, type SafeHtml } from '../../show/html.js';

/**
 * What the pages need of a Markdown library. It must escape raw HTML and refuse links that run code, as CommonMark
 * renderers do in their safe mode: `new MarkdownIt({ html: false })`.
 */
export interface MarkdownLibrary {
  /** HTML of a CommonMark text. */
  render: (source: string) => string;
}

const IMAGE = /<img src="([^"]*)" alt="([^"]*)"[^>]*>/g;
/** An address with a scheme or a host: the page may not ask for it. */
const ELSEWHERE = /^(?:[a-z][a-z0-9+.-]*:|\/\/|\\)/i;

/** A Markdown text as HTML for a page: wide tables scroll, pictures from elsewhere are replaced by their words. */
export function markdownHtml(source: string, library: MarkdownLibrary): SafeHtml {
  const rendered = library
    .render(source)
    .replace(IMAGE, (image, address: string, words: string) => (ELSEWHERE.test(address) ? words : image))
    .replaceAll('<table>', '<div class="scroll"><table>')
    .replaceAll('</table>', '</table></div>');
  return html`<div class="markdown">${raw(rendered)}</div>`;
}
