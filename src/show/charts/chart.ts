/** A named Plotly figure: what a notebook shows and what is exported as `charts/<name>.svg` and `.png`. */
export interface Chart {
  /** File name without ending: lower-case letters, digits and hyphens, unique in a period. */
  name: string;
  /** Chinese title for people, also the text alternative of the picture. */
  title: string;
  /** Plotly traces. */
  data: Record<string, unknown>[];
  /** Plotly layout; `width` and `height` in CSS pixels are always set. */
  layout: Record<string, unknown>;
}
