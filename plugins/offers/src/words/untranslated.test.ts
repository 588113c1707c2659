import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

const SRC = join(__dirname, '..');

/** Rooms whose sentences are still English only. It may only shrink. */
const NOT_YET: readonly string[] = [
  'access',
  'audit',
  'calendar',
  'manage',
  'operations',
  'plans',
  'shell',
  'slack',
  'sources',
  'structure',
];

/** What the app asks for before there is any language: names of pages and widgets, as Backstage's own have them. */
const BEFORE_ANY_LANGUAGE = ['alpha.tsx', join('home', 'extensions.tsx')];

/** What a person reads or hears, by the names that components and tables give it. */
const READ = new Set([
  'aria-label',
  'caption',
  'confirm',
  'description',
  'item',
  'label',
  'lede',
  'none',
  'note',
  'placeholder',
  'title',
  'what',
]);

/** The same, as an object of a table, a list of choices or the props of a part gives it. */
const GIVEN = new Set(['caption', 'description', 'label', 'lede', 'note', 'placeholder', 'title']);

/** Words, and not a code, an amount, an address or an entity's, a message's key or the name of a product. */
function isWords(text: string): boolean {
  const isCode = /^(https:\/\/|[A-Z]{2,3}|Slack|[a-z]\w*(\.[\w-]+)+|[a-z]+:[\w-]+\/[\w-]+)$/.test(
    text.trim(),
  );
  return /\p{L}{2}/u.test(text) && !isCode;
}

/** The words of a string that is written here; what is put into a template does not count. */
function writtenIn(node: ts.Expression | undefined): string {
  if (!node) return '';
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isTemplateExpression(node)) {
    return [node.head, ...node.templateSpans.map(({ literal }) => literal)]
      .map(({ text }) => text)
      .join(' ');
  }
  if (ts.isConditionalExpression(node)) {
    return `${writtenIn(node.whenTrue)} ${writtenIn(node.whenFalse)}`;
  }
  return ts.isParenthesizedExpression(node) ? writtenIn(node.expression) : '';
}

function inside(value: ts.Node | undefined): string {
  if (!value) return '';
  if (ts.isJsxExpression(value)) return writtenIn(value.expression);
  return ts.isStringLiteral(value) ? value.text : '';
}

/** What a node says to a reader by itself. */
function saidBy(node: ts.Node): string {
  if (ts.isJsxText(node)) return node.text;
  if (ts.isJsxAttribute(node)) return READ.has(node.name.getText()) ? inside(node.initializer) : '';
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return inside(node);
  const isGiven = ts.isPropertyAssignment(node) && GIVEN.has(node.name.getText());
  return isGiven ? writtenIn(node.initializer) : '';
}

/** Every sentence of a file that a person would read in English whatever their language is. */
function untranslated(name: string, text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const said = saidBy(node);
    if (isWords(said)) found.push(said.trim().replace(/\s+/g, ' '));
    else ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX));
  return found;
}

function pages(): string[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
    name => name.endsWith('.tsx') && !name.endsWith('.test.tsx') && !name.includes('__testUtils__'),
  );
}

const roomOf = (name: string) => relative('.', name).split(/[\\/]/)[0] ?? '';

describe('what a person reads', () => {
  it('is found where it is written', () => {
    const page = `
      const Page = ({ t, name }) => (
        <Panel title="Prices" note={t('a.b')} aria-label={\`Change \${name}\`} href="/to/nowhere">
          Some words <b>{isOpen ? 'Fold it' : t('c.d')}</b>
          <Input placeholder="https://" label={t('e.f')} options={[{ id: 'one', label: 'The first' }]} />
        </Panel>
      );`;
    expect(untranslated('Page.tsx', page)).toEqual([
      'Prices',
      'Change',
      'Some words',
      'Fold it',
      'The first',
    ]);
  });

  it('comes from the messages on every page of the rooms that are done', () => {
    const found = pages()
      .filter(name => !NOT_YET.includes(roomOf(name)) && !BEFORE_ANY_LANGUAGE.includes(name))
      .flatMap(name =>
        untranslated(name, readFileSync(join(SRC, name), 'utf8')).map(said => `${name}: ${said}`),
      );
    expect(found).toEqual([]);
  });
});
