import type { RowLabel } from './row-labels.js';

/** A row with the scheme of the section that it stands in: a row `职工医保` without figures begins one. */
export interface SectionRow {
  label: RowLabel;
  /** Code of a scheme; empty outside of every section. */
  section: string;
}

/**
 * Divides the rows of a table of regions into sections by scheme. A 小计 that ends a section is its total. A total below that is
 * the section's own only where each section before has one: else, or when this one has its own already, it is over all
 * of them.
 *
 * @param beginsSection whether a row without figures names a scheme
 */
export function sectionRows(
  labels: readonly RowLabel[],
  beginsSection: (label: RowLabel) => boolean,
  wholeRegion: string,
): SectionRow[] {
  let section = '';
  let isTotalled = false;
  let isEachTotalled = true;
  return labels.map((label, index) => {
    const { isTotal, isSubtotal, scheme, region } = label.meaning;
    if (beginsSection(label)) {
      isEachTotalled &&= section === '' || isTotalled;
      section = scheme;
      isTotalled = false;
      return { label, section };
    }
    if (section === '' || !isTotal || label.isTotalWithin) return { label, section };
    const next = labels[index + 1];
    const isLast = next === undefined || beginsSection(next) || (next.meaning.isTotal && !next.meaning.isSubtotal);
    if (isSubtotal && isLast && !isTotalled) {
      isTotalled = true;
      const meaning = { ...label.meaning, isSubtotal: false, region: region || wholeRegion };
      return { label: { ...label, meaning }, section };
    }
    const isOwn = isSubtotal || (!isTotalled && isEachTotalled);
    isTotalled ||= isOwn && !isSubtotal;
    return { label, section: isOwn ? section : '' };
  });
}
