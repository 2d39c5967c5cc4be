/**
 * Functions that puppeteer sends into the page and that run there: they may use nothing but their arguments and the
 * page's own globals, of which the few that are needed are described here.
 */

interface PageElement {
  localName: string;
  textContent: string | null;
  attributes: Iterable<{ name: string; value: string }>;
  childNodes: Iterable<PageElement>;
  firstChild: PageElement | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  removeAttribute(name: string): void;
  querySelector(selector: string): PageElement | null;
  querySelectorAll(selector: string): Iterable<PageElement>;
  insertBefore(node: PageElement, before: PageElement | null): void;
  replaceChildren(...nodes: PageElement[]): void;
  replaceWith(...nodes: PageElement[]): void;
  remove(): void;
}

interface PageDocument extends PageElement {
  documentElement: PageElement;
  fonts: { add(face: PageFontFace): void };
  createElementNS(namespace: string, name: string): PageElement;
  importNode(node: PageElement, deep: boolean): PageElement;
}

interface PageFontFace {
  load(): Promise<PageFontFace>;
}

interface Page {
  Math: { random: () => number };
  document: PageDocument;
  DOMParser: new () => { parseFromString(text: string, type: string): PageDocument };
  XMLSerializer: new () => { serializeToString(node: PageElement): string };
  FontFace: new (family: string, source: ArrayBufferLike, options: Record<string, string>) => PageFontFace;
  Plotly: { toImage(figure: object, options: object): Promise<string> };
}

/** Part of the font for the page: a whole WOFF2 slice as base64. */
export interface PageFont {
  family: string;
  unicodeRange: string;
  base64: string;
}

/** What {@link drawFigure} draws. */
export interface PageFigure {
  title: string;
  data: unknown[];
  layout: Record<string, unknown>;
  width: number;
  height: number;
  /** Start of the random numbers from which Plotly makes its ids: the same for the same chart, another for another. */
  seed: number;
}

/** Loads parts of the font, so that Plotly measures text with it. Resolves when they are ready. */
export async function addFonts(fonts: PageFont[]): Promise<void> {
  const { document, FontFace } = globalThis as unknown as Page;
  const loading = fonts.map(({ family, unicodeRange, base64 }) => {
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    return new FontFace(family, bytes.buffer, { weight: '400 700', unicodeRange }).load();
  });
  for (const face of await Promise.all(loading)) document.fonts.add(face);
}

/**
 * Draws a figure, takes from it everything that could act or lead elsewhere, gives it a title and shows it on the page.
 * Returns the drawing as XML and all the text in it.
 */
export async function drawFigure(figure: PageFigure): Promise<{ svg: string; text: string }> {
  const page = globalThis as unknown as Page;
  let state = figure.seed;
  // Mulberry32: Plotly names clip paths by chance, and the same chart shall give the same bytes.
  page.Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const { data, layout, width, height, title } = figure;
  const image = { format: 'svg', imageDataOnly: true, width, height };
  const drawn = await page.Plotly.toImage({ data, layout, config: { locale: 'zh-CN' } }, image);
  const drawing = new page.DOMParser().parseFromString(drawn, 'image/svg+xml');
  const fault = drawing.querySelector('parsererror');
  if (fault !== null) throw new Error(fault.textContent ?? 'not XML');

  for (const node of [...drawing.querySelectorAll('script, style, foreignObject, iframe')]) node.remove();
  for (const link of [...drawing.querySelectorAll('a')]) link.replaceWith(...link.childNodes);
  for (const node of [drawing.documentElement, ...drawing.querySelectorAll('*')]) {
    // In which order Plotly sets attributes depends on its timing; in alphabetical order the bytes do not.
    for (const { name, value } of [...node.attributes].sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const leadsAway = /(^|:)(href|src)$/i.test(name) && !/^(#|data:image\/(png|jpeg|gif|webp);)/i.test(value);
      const fetches = /url\((?!['"]?#)/i.test(value);
      const isEmptyStyle = name === 'style' && value.trim() === '';
      const isUnwanted = leadsAway || fetches || isEmptyStyle || /^(on|data-)/i.test(name);
      // One with a namespace would lose it on the way.
      const hasNamespace = /^xmlns|:/.test(name);
      if (isUnwanted || !hasNamespace) node.removeAttribute(name);
      if (!isUnwanted && !hasNamespace) node.setAttribute(name, value);
    }
  }
  const root = drawing.documentElement;
  const label = drawing.createElementNS('http://www.w3.org/2000/svg', 'title');
  label.textContent = title;
  root.insertBefore(label, root.firstChild);
  root.setAttribute('role', 'img');
  const text = [...drawing.querySelectorAll('text, title')].map((node) => node.textContent ?? '').join('');
  page.document.querySelector('#stage')?.replaceChildren(page.document.importNode(root, true));
  return { svg: new page.XMLSerializer().serializeToString(root), text };
}
