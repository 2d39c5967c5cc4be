/** What a report's own words say of a pool's months, or of a count: recorded as published and held beside ours. */
export interface Statement {
  /** Whether one region is said to lie in the band, none at all, or every pool that the sentences of its line do not name. */
  about: 'region' | 'none' | 'others';
  /** Code and name; empty unless it is about one region. */
  region: string;
  regionName: string;
  scheme: string;
  /** Months or a count of the glossary. */
  indicator: string;
  /** The band that it names, in months or pools: null where it is open. An open band leaves its bound out, a closed one has both. */
  low: number | null;
  high: number | null;
  /** Word by word. */
  quote: string;
  source: string;
  ref: string;
}
