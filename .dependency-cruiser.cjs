/**
 * The dependency rules of the house (design: common <- node <- backend and modules; common <- offers; common <- bot).
 * Run with: npx depcruise packages plugins bot test
 */
const plugin = name => `^plugins/${name}/`;
const COMMON = plugin('offers-common');
const BACKEND = plugin('offers-backend');
const TESTS = '\\.test\\.tsx?$|/__testUtils__/|/testing/|^test/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circles',
      comment: 'A circle hides which of two files decides: move what both need into a third.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'common-stands-alone',
      comment: 'offers-common holds the language and the rules: no other package of ours.',
      severity: 'error',
      from: { path: COMMON },
      to: { path: '^(plugins|packages|bot|test)/', pathNot: COMMON },
    },
    {
      name: 'common-is-pure',
      comment:
        'offers-common runs in the browser, in Node and in the bot: no Node, React, HTTP or SQL.',
      severity: 'error',
      from: { path: `${COMMON}src/`, pathNot: TESTS },
      to: {
        path: 'node_modules/(react|react-dom|express|knex|@slack)(/|$)|node_modules/@backstage/backend-',
      },
    },
    {
      name: 'common-uses-no-node-builtins',
      comment: 'As above: the clock, files and random source are handed in.',
      severity: 'error',
      from: { path: `${COMMON}src/`, pathNot: TESTS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'node-knows-only-common',
      comment:
        'offers-node is what other backend modules plug into; it must not pull the backend in.',
      severity: 'error',
      from: { path: plugin('offers-node') },
      to: {
        path: '^(plugins|packages|bot|test)/',
        pathNot: `${COMMON}|${plugin('offers-node')}`,
      },
    },
    {
      name: 'backend-knows-only-node-and-common',
      severity: 'error',
      comment: 'The backend is extended through offers-node, never by knowing its modules.',
      from: { path: BACKEND },
      to: {
        path: '^(plugins|packages|bot|test)/',
        pathNot: `${BACKEND}|${COMMON}|${plugin('offers-node')}`,
      },
    },
    {
      name: 'nobody-imports-the-backend',
      comment:
        'Only packages/backend installs offers-backend; the others use offers-node or the client.',
      severity: 'error',
      from: { pathNot: `${BACKEND}|^packages/backend/|^test/|^scripts/` },
      to: { path: BACKEND },
    },
    {
      name: 'frontend-knows-only-common',
      severity: 'error',
      comment: 'The pages speak to the backend through the client of offers-common.',
      from: { path: plugin('offers') },
      to: {
        path: '^(plugins|packages|bot|test)/',
        pathNot: `${COMMON}|${plugin('offers')}`,
      },
    },
    {
      name: 'bot-knows-only-common',
      severity: 'error',
      comment: 'The bot has no power of its own: it uses the client of offers-common.',
      from: { path: '^bot/' },
      to: { path: '^(plugins|packages|test)/', pathNot: COMMON },
    },
    {
      name: 'stores-stay-in-their-room',
      severity: 'error',
      comment: 'A room calls the use cases of another room, never its store.',
      from: { path: `${BACKEND}src/([^/]+)/`, pathNot: TESTS },
      to: {
        path: [`${BACKEND}src/[^.]*[sS]tore\\.ts$`, `${BACKEND}src/[^.]*/store/`],
        pathNot: `${BACKEND}src/$1/`,
      },
    },
    {
      name: 'sql-in-stores-only',
      severity: 'error',
      comment: 'knex as a value belongs to stores and to database/; others write `import type`.',
      from: {
        path: `${BACKEND}src/`,
        pathNot: `${TESTS}|${BACKEND}src/database/|[sS]tore\\.ts$|/store/`,
      },
      to: { path: 'node_modules/knex', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'one-room-knows-the-dialect',
      severity: 'error',
      comment: 'Database drivers are met in database/ alone.',
      from: { path: `${BACKEND}src/`, pathNot: `${TESTS}|${BACKEND}src/database/` },
      to: { path: 'node_modules/(pg|sqlite3|better-sqlite3)(/|$)' },
    },
    {
      name: 'tests-are-not-imported',
      severity: 'error',
      comment: 'What serves a test must not ship.',
      from: { pathNot: TESTS },
      to: { path: '\\.test\\.tsx?$' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment:
        'An import that does not resolve fails at run time: declare the dependency or mend the path.',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types|node_modules/\\.cache)/|^packages/app/public/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.d.ts'],
    },
  },
};
