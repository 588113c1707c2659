import { stepTitles } from './stepTitles';

const steps = ['db', 'db-2', 'cache', 'gone'].map(key => ({
  key,
  offerId: key.replace('-2', ''),
}));
const names = new Map([
  ['db', 'PostgreSQL'],
  ['cache', 'Redis'],
]);

test('steps are called as their offers, numbered where an offer is taken twice', () => {
  expect([...stepTitles(steps, id => names.get(id))]).toEqual([
    ['db', 'PostgreSQL (1)'],
    ['db-2', 'PostgreSQL (2)'],
    ['cache', 'Redis'],
    ['gone', 'gone'],
  ]);
});
