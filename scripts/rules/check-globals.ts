/** Holds pure rooms to computing the same anywhere: no page, no network, no clock, no chance. TypeScript's parser reads the code. */
import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { roomOf } from './check-imports';
import { IMPURE_GLOBALS } from './rooms';

const IMPURE = new Set<string>(IMPURE_GLOBALS);

/** A name that stands for a value of its own, not for a property, a type, or something that the file declares. */
function isFreeName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return false;
  if (ts.isTypeNode(parent) || ts.isQualifiedName(parent)) return false;
  const named = parent as { readonly name?: ts.Node; readonly propertyName?: ts.Node };
  return named.name !== node && named.propertyName !== node;
}

function impureNames(source: ts.SourceFile): { readonly name: string; readonly position: number }[] {
  const found: { name: string; position: number }[] = [];
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if ((ts.isVariableDeclaration(node) || ts.isParameter(node)) && ts.isIdentifier(node.name)) declared.add(node.name.text);
    if (ts.isIdentifier(node) && IMPURE.has(node.text) && isFreeName(node))
      found.push({ name: node.text, position: node.getStart() });
    if (ts.isPropertyAccessExpression(node) && IMPURE.has(node.getText()))
      found.push({ name: node.getText(), position: node.getStart() });
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.filter(({ name }) => !declared.has(name));
}

/** Sentences, one for each impure name in the files of a pure room. `text` is given for files that are not on disk. */
export function globalComplaints(path: string, text = readFileSync(path, 'utf8')): string[] {
  if (!roomOf(path)?.pure) return [];
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return impureNames(source).map(({ name, position }) => {
    const line = source.getLineAndCharacterOfPosition(position).line + 1;
    return `${path}:${line}: ${roomOf(path)?.name} is pure and may not use ${name}`;
  });
}
