import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { untranslatedIn } from '../__testUtils__/untranslated';
import './ManagerWords';
import { toldAs } from './told';

const SRC = join(__dirname, '..');

/** What the app asks for before there is any language: names of pages and widgets, as Backstage's own have them. */
const BEFORE_ANY_LANGUAGE = [
  'alpha.tsx',
  join('home', 'extensions.tsx'),
  join('home', 'widgets.ts'),
  join('searchResults', 'extensions.tsx'),
];

/** Every file of the pages but the words themselves and tests. */
function files(): string[] {
  const isPage = (name: string) =>
    /\.tsx?$/.test(name) &&
    !/(\.test\.tsx?|setupTests\.ts)$/.test(name) &&
    !/__testUtils__|^words.(messages|german)/.test(name) &&
    !BEFORE_ANY_LANGUAGE.includes(name);
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(isPage);
}

describe('what a person reads', () => {
  it.each([
    ['JSX', `<b>Some words {isOpen ? 'Fold it' : t('c.d')}</b>`, ['Some words', 'Fold it']],
    [
      'attributes',
      `<Panel title="prices" note={t('a.b')} aria-label={\`Change \${name}\`} href="/to/nowhere" />`,
      ['prices', 'Change'],
    ],
    ['choices', `options={[{ id: 'one', label: 'first' }]}`, ['first']],
    ['tables', `const kinds = { one: 'A first one', two: t('a.b') };`, ['A first one']],
    ['pairs', `const rows = [['price', 'The price'], [t('a.b'), cost]];`, ['The price']],
    ['what stands in', `const name = target || 'No channel';`, ['No channel']],
    [
      'what stands in a sentence',
      '`${count} ${one ? "change" : "changes"}`',
      ['change', 'changes'],
    ],
    ['what a function is given', `toast('It is kept.');`, ['It is kept.']],
    ['what a function gives', `const refuse = () => { return 'Not there'; };`, ['Not there']],
  ])('is found in %s', (_, code, sentences) => {
    expect(untranslatedIn('Page.tsx', code)).toEqual(sentences);
  });

  it('is no code, no key, no address and nothing that is compared', () => {
    const code = `
      import { a } from './Some file';
      type Kind = 'A kind';
      if (key === 'Enter' || key === 'ArrowLeft') throw new Error('Only developers read it');
      useMedia('(min-width: 720px)');
      const page = createPage({ name: 'OffersPage', kinds: ['component'], id: 'own-value' });
      <Input placeholder="https://" width="min(30rem, 92vw)" label={t('e.f')} /> `;
    expect(untranslatedIn('Page.tsx', code)).toEqual([]);
  });

  it('comes from the messages on every page', () => {
    const found = files().flatMap(name =>
      untranslatedIn(name, readFileSync(join(SRC, name), 'utf8'))
        // What the rules say too is known by its words.
        .filter(said => !toldAs(said))
        .map(said => `${name}: ${said}`),
    );
    expect(found).toEqual([]);
  });
});
