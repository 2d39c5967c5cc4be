/** Value of CSS `font-family` in every chart: the bundled Noto Sans SC first, then what Chinese systems have. */
export const CHART_FONT = "'Fundwatch Sans', 'Noto Sans SC', 'Microsoft YaHei', 'PingFang SC', sans-serif";

/** Font sizes in CSS pixels. */
export const FONT_SIZE = { title: 19, panel: 14, text: 13, label: 12 } as const;

/** Colour of text and of quiet lines. */
export const INK = '#222222';
export const QUIET = '#5F6368';
export const GRID = '#E3E5E8';

/**
 * Colours of series, distinguishable with any colour vision and none of them a grade's colour
 * (P. Tol, Colour Schemes, SRON/EPS/TN/09-002, "bright").
 */
export const SERIES = {
  main: '#4477AA',
  second: '#CCBB44',
  third: '#66CCEE',
  line: '#AA3377',
  negative: '#EE6677',
} as const;

/**
 * Colours of grades from the worst (severity 1) on, distinguishable with any colour vision
 * (M. Okabe, K. Ito, Color Universal Design, 2008). A grade is never shown by colour alone.
 */
export const GRADE_COLOURS: readonly string[] = ['#D55E00', '#E69F00', '#56B4E9', '#009E73', '#5B4B9A'];

/** From this severity on a pool has no grade: not applicable or unknown. */
const UNGRADED = 90;
const UNGRADED_COLOUR = '#A6A9AD';

/** Colour of a grade by its severity (1 is worst); grey without a grade. */
export function gradeColour(severity: number): string {
  if (!(severity >= 1) || severity >= UNGRADED) return UNGRADED_COLOUR;
  return GRADE_COLOURS[Math.min(Math.floor(severity), GRADE_COLOURS.length) - 1] ?? UNGRADED_COLOUR;
}
