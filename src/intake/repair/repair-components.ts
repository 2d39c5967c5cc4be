import { groupBy } from '../../domain/group-by.js';
import type { Identity, IntakeFigure } from '../intake-figure.js';
import { failing, isKnown } from './failing-identities.js';
import { followersOf } from './repair-formula.js';

/** Identities that hang together through shared cells and formulas, at least one of which fails. */
export interface RepairComponent {
  identities: Identity[];
  failed: ReadonlySet<Identity>;
  /** Each cell once, by its sheet and address; two figures of one cell are the same cell. */
  cells: IntakeFigure[];
  indexOf: (figure: IntakeFigure | undefined) => number;
  /** For each cell those whose formulas compute from it, and by how much they change when it changes by one. */
  followers: Map<number, number>[];
}

/**
 * The connected components with a failing identity. Identities with a blank cell are left out: the blank could take any
 * value, so that they say nothing about the other cells. Identities that hold stay in, because they tell which cells
 * cannot be changed alone.
 */
export function repairComponents(identities: readonly Identity[]): RepairComponent[] {
  const failed = new Set(failing(identities));
  if (failed.size === 0) return [];
  const known = identities.filter((identity) => isKnown(identity) && identity.terms.length > 0);
  const { figures, indexOf } = cellsOf(known);
  const followers = followersOf(figures);
  const parents = figures.map((_, index) => index);
  const rootOf = (index: number): number => {
    let root = index;
    while (parents[root] !== root) root = parents[root] ?? root;
    parents[index] = root;
    return root;
  };
  const join = (a: number, b: number): void => {
    parents[rootOf(a)] = rootOf(b);
  };
  for (const { terms } of known) {
    const first = indexOf(terms[0]?.figure);
    for (const { figure } of terms) join(indexOf(figure), first);
  }
  followers.forEach((list, index) => {
    for (const follower of list.keys()) join(index, follower);
  });

  return [...groupBy(known, ({ terms }) => String(rootOf(indexOf(terms[0]?.figure)))).values()]
    .filter((component) => component.some((identity) => failed.has(identity)))
    .map((component) => {
      const own = cellsOf(component);
      const followersOfCell = (figure: IntakeFigure): Map<number, number> =>
        new Map(
          [...(followers[indexOf(figure)] ?? [])].map(([index, weight]) => [own.indexOf(figures[index]), weight]),
        );
      const { figures: cells, indexOf: indexOfOwn } = own;
      return { identities: component, failed, cells, indexOf: indexOfOwn, followers: cells.map(followersOfCell) };
    });
}

/** The cells of identities and the index of each. */
function cellsOf(identities: readonly Identity[]): {
  figures: IntakeFigure[];
  indexOf: (figure: IntakeFigure | undefined) => number;
} {
  const byCell = groupBy(
    identities.flatMap(({ terms }) => terms.map(({ figure }) => figure)),
    keyOf,
  );
  const indexes = new Map([...byCell.keys()].map((key, index) => [key, index]));
  return {
    figures: [...byCell.values()].flatMap(([first]) => first ?? []),
    indexOf: (figure) => (figure === undefined ? -1 : (indexes.get(keyOf(figure)) ?? -1)),
  };
}

function keyOf({ sheet, cell }: IntakeFigure): string {
  return `${cell} ${sheet}`;
}
