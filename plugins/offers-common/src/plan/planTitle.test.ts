import { planTitle, planTitleAfter } from './planTitle';

const version = (title: string) => ({ kind: 'change' as const, title });
const end = (title: string) => ({ kind: 'end' as const, title });

test.each([
  ['PostgreSQL', [version('PostgreSQL')]],
  ['PostgreSQL and 2 more', [version('PostgreSQL'), version('Redis'), end('MySQL')]],
  ['End of MySQL', [end('MySQL')]],
  ['End of MySQL and 1 more', [end('MySQL'), end('Oracle')]],
  [undefined, []],
])('a plan that nobody gave a title is %s', (title, impact) => {
  expect(planTitle(impact)).toBe(title);
});

test('a title that nobody gave follows what the plan brings, and one that somebody gave stays', () => {
  const impact = [version('PostgreSQL')];
  const more = [...impact, end('MySQL')];
  expect(planTitleAfter({ title: 'PostgreSQL', impact }, more)).toBe('PostgreSQL and 1 more');
  expect(planTitleAfter({ title: 'Autumn', impact }, more)).toBe('Autumn');
  expect(planTitleAfter({ title: 'PostgreSQL', impact }, [])).toBe('PostgreSQL');
});
