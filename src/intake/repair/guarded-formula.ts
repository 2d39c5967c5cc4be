const CALL = /^IF\(([\s\S]*)\)$/i;
const TEXT = /^"[^"]*"$/;
/** A reference inside `N(…)`, which counts a dash as nothing. */
const AS_NUMBER = /(?<![\p{L}\p{N}_.])N\(((?:(?:'(?:[^']|'')+'|[\p{L}\p{N}_.]+)!)?\$?[A-Z]{1,3}\$?\d{1,7})\)/gu;

/**
 * What a formula computes when it gives a number: the outcome of `IF` that is not text, and a cell for `N(cell)`.
 * `IF(COUNT(B2:B8)=0,"",ROUND(SUM(B2:B8),2))` is `ROUND(SUM(B2:B8),2)`. A formula with several such outcomes, or without
 * `IF`, stays as it is. Spaces outside of names are expected to be gone.
 */
export function withoutGuards(formula: string): string {
  const outcomes = numbersOf(formula);
  const [only = formula] = outcomes;
  return (outcomes.length === 1 ? only : formula).replaceAll(AS_NUMBER, '$1');
}

/** The outcomes that are not text. */
function numbersOf(formula: string): string[] {
  if (TEXT.test(formula)) return [];
  const inner = CALL.exec(formula)?.[1];
  const parts = inner === undefined ? undefined : argumentsOf(inner);
  if (parts === undefined || parts.length < 2 || parts.length > 3) return [formula];
  return parts.slice(1).flatMap(numbersOf);
}

/** The arguments between the brackets of a call; undefined when the first bracket closes before the end. */
function argumentsOf(text: string): string[] | undefined {
  const parts = [''];
  let depth = 0;
  // Text and quoted names are taken whole: a comma or bracket in them separates nothing.
  for (const piece of text.match(/"[^"]*"|'[^']*'|[\s\S]/g) ?? []) {
    if (piece === '(') depth += 1;
    if (piece === ')') depth -= 1;
    if (depth < 0) return undefined;
    if (piece === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += piece;
  }
  return parts;
}
