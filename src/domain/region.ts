import { listIndex } from './list-index.js';

/** A pooling region or a sum of such, with the names under which documents print it. */
export interface Region {
  /** Text code: the division code (`430223`) where the standard has one. */
  code: string;
  /** The name used by the product. */
  name: string;
  aliases: string[];
  /** City, county, district, pool or functional zone. */
  kind: string;
  /** Codes of the regions that this one stands for together; empty for a region by itself. */
  members: string[];
  note: string;
}

/** A name without what documents vary freely: spaces, full or half width. `攸  县` → `攸县`. */
export function plainName(text: string): string {
  return text.normalize('NFKC').replace(/\s+/gu, '');
}

/** Finds the region that a document calls `text`, by name, alias or code. Undefined when there is none. */
export function findRegion(regions: readonly Region[], text: string): Region | undefined {
  return byPlainName(regions, plainName(text));
}

const byPlainName = listIndex(({ code, name, aliases }: Region) => [code, name, ...aliases].map(plainName));
