/** What is used of TypeScript's syntax trees. */
interface SyntaxNode {
  kind: number;
  name?: { text: string; end: number };
  end: number;
}
/** The part of TypeScript that parses. */
export interface SyntaxParser {
  SyntaxKind: { ShorthandPropertyAssignment: number };
  ScriptTarget: { ESNext: number };
  createSourceFile: (name: string, text: string, target: number) => SyntaxNode;
  forEachChild: (node: SyntaxNode, visit: (child: SyntaxNode) => void) => void;
}

/**
 * The same cell with `{ scheme }` written as `{ scheme: scheme }`. tslab makes variables of earlier cells known by
 * rewriting their names, and overlooks those in shorthand: such a cell passes the type check and then says that the
 * variable is not defined.
 */
export function spellOutShorthand(typescript: SyntaxParser, source: string): string {
  const names: { text: string; end: number }[] = [];
  const visit = (node: SyntaxNode): void => {
    if (node.kind === typescript.SyntaxKind.ShorthandPropertyAssignment && node.name) names.push(node.name);
    typescript.forEachChild(node, visit);
  };
  visit(typescript.createSourceFile('cell.ts', source, typescript.ScriptTarget.ESNext));
  return names
    .sort((a, b) => b.end - a.end)
    .reduce((text, { text: name, end }) => `${text.slice(0, end)}: ${name}${text.slice(end)}`, source);
}
