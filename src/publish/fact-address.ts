/**
 * The anchor of a row on the facts page, made from its reference without loss: two references never share one.
 * `data/zhuzhou/2022/x.csv#L41` → `data/zhuzhou/2022/x.csv:23L41`.
 */
export function factAnchor(ref: string): string {
  return encodeURIComponent(ref).replaceAll('%2F', '/').replaceAll('%', ':');
}

/** Address of a fact, seen from the folder of `index.html`: `facts.html#…`. Notebook pages put `../` before it. */
export function factHref(ref: string): string {
  return `facts.html#${factAnchor(ref)}`;
}

/** Address of a document's page or of one of its lines, seen from the folder of `index.html`. */
export function documentHref(id: string, line?: number): string {
  return `documents/${encodeURIComponent(id)}.html${line === undefined ? '' : `#L${line}`}`;
}

/** A fact's source taken apart. */
export interface SourcePlace {
  /** Id of the document. */
  document: string;
  /** 1 for the first line. */
  line: number;
  /** What stands behind the line: table, row, column. */
  words: string;
}

/** Reads `zhuzhou-2021Q1 L304 城乡居民累计结余分析表`. Undefined when a source is written in another way. */
export function sourcePlace(source: string): SourcePlace | undefined {
  const match = /^(\S+) L(\d+)(?:\s+(.*))?$/u.exec(source);
  if (match === null) return undefined;
  return { document: match[1] ?? '', line: Number(match[2]), words: match[3] ?? '' };
}
