import { existsSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { FORMATS, ROOMS, roomOf, SHAPES } from './rooms';

export interface Import {
  readonly from: string;
  readonly typesOnly: boolean;
}

/** Everything a source file imports: static, dynamic, re-exported, as a type, and files fetched by `new URL('…', import.meta.url)`. */
export function importsOf(path: string, text: string): Import[] {
  const code = path.endsWith('.svelte')
    ? [...text.matchAll(/<script[^>]*>([\s\S]*?)<\/script>/g)].map((match) => match[1]).join('\n')
    : text;
  const found: Import[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: node.moduleSpecifier.text, typesOnly: importsTypesOnly(node) });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      found.push({ from: node.moduleSpecifier.text, typesOnly: node.isTypeOnly });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
      found.push({ from: node.argument.literal.text, typesOnly: true });
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [given] = node.arguments;
      found.push({ from: given && ts.isStringLiteralLike(given) ? given.text : '(computed)', typesOnly: false });
    } else if (ts.isNewExpression(node) && node.expression.getText() === 'URL' && node.arguments?.[1]?.getText() === 'import.meta.url') {
      const [given] = node.arguments;
      if (given && ts.isStringLiteralLike(given)) found.push({ from: given.text, typesOnly: false });
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true, ts.ScriptKind.TS));
  return found;
}

function importsTypesOnly({ importClause }: ts.ImportDeclaration): boolean {
  if (!importClause) return false;
  if (importClause.isTypeOnly) return true;
  const named = importClause.namedBindings;
  return !importClause.name && named !== undefined && ts.isNamedImports(named) && named.elements.every((element) => element.isTypeOnly);
}

/** What is wrong with one import, in words, or null. */
export function complaint(path: string, { from, typesOnly }: Import): string | null {
  const room = roomOf(path);
  if (room === null) return `${path} stands in no known room`;
  const rules = ROOMS[room]!;
  const bare = from.replace(/\?.*$/, '');
  if (bare === '(computed)') return `${path} imports a computed name`;
  if (!bare.startsWith('.')) {
    if (bare.startsWith('node:') || builtinModules.includes(bare)) return rules.node?.test(path) ? null : `${path} uses Node: ${bare}`;
    return rules.packages.some((name) => bare === name || bare.startsWith(`${name}/`)) ? null : `${path} imports the package ${bare}`;
  }
  const target = posix.join(posix.dirname(path), bare);
  if (target.startsWith('data/') || target === 'package.json') return null;
  const there = roomOf(`${target}/x`) === target ? target : roomOf(target);
  if (there === null) return `${path} reaches ${target}, which is in no room`;
  if (there === room || (room.startsWith(`${there}/`) && there !== 'src')) return null;
  if (rules.whole.includes(there)) return null;
  if (rules.whole.includes('scoring/shapes') && SHAPES.includes(withEnding(target))) return null;
  if (rules.whole.includes('scoring/formats') && FORMATS.includes(withEnding(target))) return null;
  if (typesOnly && rules.types.includes(there)) return null;
  return `${path} imports ${typesOnly ? 'types of ' : ''}${target}`;
}

function withEnding(target: string): string {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  return existsSync(posix.join(root, `${target}.ts`)) ? `${target}.ts` : target;
}
