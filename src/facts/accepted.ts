/** A doubt that somebody accepted at import, and why. */
export interface AcceptedDoubt {
  /** Name of the rule, such as `identity`. */
  rule: string;
  /** Sheet and cell of the workbook, either empty when the doubt concerns the whole of it. */
  sheet: string;
  cell: string;
  /** As it stood there; empty for a blank. */
  value: string;
  /** Chinese sentence: what was doubted. */
  message: string;
  reason: string;
  /** Day of the import, `YYYY-MM-DD`. */
  date: string;
}
