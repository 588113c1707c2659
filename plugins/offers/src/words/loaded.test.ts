import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { editingMessages } from './messages/editing';
import { everyoneMessages } from './messages/everyone';
import { managerMessages } from './messages/managers';

const SRC = join(__dirname, '..');

/** What a file imports of ours, and the strings that it holds. */
interface Read {
  with: string[];
  later: string[];
  strings: string[];
  /** of strings that something is put into, such as a key by a state */
  beginnings: string[];
}

function fileOf(from: string, path: string): string[] {
  const base = join(dirname(from), path);
  return ['.ts', '.tsx', '/index.ts'].map(end => base + end).filter(existsSync);
}

/** Whether a template is the key of a message: it is given to the translator. */
const isTranslated = ({ parent }: ts.Node) =>
  ts.isCallExpression(parent) && parent.expression.getText() === 't';

const files = new Map<string, Read>();

function read(file: string): Read {
  const known = files.get(file);
  if (known) return known;
  const found: Read = { with: [], later: [], strings: [], beginnings: [] };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isImportDeclaration(node) && node.importClause?.isTypeOnly) return;
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      const from = node.moduleSpecifier;
      if (from && ts.isStringLiteral(from)) found.with.push(...fileOf(file, from.text));
      return;
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [path] = node.arguments;
      if (path && ts.isStringLiteral(path)) found.later.push(...fileOf(file, path.text));
      return;
    }
    if (ts.isStringLiteralLike(node)) found.strings.push(node.text);
    if (ts.isTemplateExpression(node) && isTranslated(node)) {
      found.beginnings.push(node.head.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true));
  files.set(file, found);
  return found;
}

/** Every file that is loaded or fetched from one, but for what only some pages fetch, and the words themselves. */
function reachedFrom(root: string, stopsAt: readonly string[]): string[] {
  const reached = new Set<string>();
  const open = [join(SRC, root)];
  for (let file = open.pop(); file; file = open.pop()) {
    const name = relative(SRC, file);
    if (reached.has(file) || stopsAt.includes(name) || /^words.(messages|german)/.test(name)) {
      continue;
    }
    reached.add(file);
    open.push(...read(file).with, ...read(file).later);
  }
  return [...reached];
}

const keysOf = (messages: object) =>
  new Set(Object.keys(messages).map(key => key.replace(/_(one|other)$/, '')));

const everyones = keysOf(everyoneMessages);
const managers = keysOf(managerMessages);
const editing = keysOf(editingMessages);

function begins(keys: ReadonlySet<string>, beginning: string): boolean {
  return /^\w+\.$/.test(beginning) && [...keys].some(key => key.startsWith(beginning));
}

function saidOf(keys: ReadonlySet<string>, reached: readonly string[]): string[] {
  return reached.flatMap(file => {
    const { strings, beginnings } = read(file);
    const said = [
      ...strings.filter(text => keys.has(text) && !everyones.has(text)),
      ...beginnings.filter(start => begins(keys, start) && !begins(everyones, start)),
    ];
    return said.map(key => `${relative(SRC, file)}: ${key}`);
  });
}

/** Pages on which offers are written bring the words for it; see `writingPage` of the routes. */
const WRITING = [
  'editor/DraftPage.tsx',
  'wizard/NewPlanPage.tsx',
  'prices/RecalculationPage.tsx',
  'references/pages.ts',
];

describe('a page says only what it has the words for', () => {
  it.each(['shell/OffersRouter.tsx', 'beside.ts'])('%s and what everybody opens from it', root => {
    const reached = reachedFrom(root, ['shell/StaffPages.tsx']);
    expect(reached.length).toBeGreaterThan(20);
    expect(saidOf(managers, reached)).toEqual([]);
    expect(saidOf(editing, reached)).toEqual([]);
  });

  it('managers on the pages on which nothing is written', () => {
    const reached = reachedFrom('shell/StaffPages.tsx', WRITING);
    expect(reached.length).toBeGreaterThan(100);
    expect(saidOf(editing, reached)).toEqual([]);
    expect(saidOf(managers, reached)).not.toEqual([]);
  });
});
