import type { Category, Indicator, Unit } from '../domain/indicator.js';
import type { Region } from '../domain/region.js';

/** A city whose fund is watched. */
export interface Place {
  code: string;
  name: string;
  /** Code of the region that stands for the whole place. */
  wholeRegion: string;
  isDefault: boolean;
}

/** A document from which figures were transcribed. */
export interface SourceDocument {
  id: string;
  title: string;
  issuer: string;
  date: string;
  /** Path relative to the project root. */
  file: string;
  note: string;
}

/** The glossary and the lists against which facts are read, from `data/reference/`. */
export interface Reference {
  places: Place[];
  /** Regions by code of their place. */
  regions: Record<string, Region[]>;
  indicators: Indicator[];
  categories: Category[];
  units: Unit[];
  documents: SourceDocument[];
  /** Files read, relative to the project root. */
  files: string[];
}
