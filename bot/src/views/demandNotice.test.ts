import { DemandNotice } from '@offerdesk/backstage-plugin-offers-common';
import { aPlan, carla } from '../__testUtils__/builders';
import { textsIn } from '../__testUtils__/reading';
import { faultsOf } from '../__testUtils__/slackLimits';
import { demandNotice } from './demandNotice';

const aNotice = (over: Partial<DemandNotice> = {}): DemandNotice => ({
  kind: 'demand-notice',
  title: 'A queue for events',
  event: 'decline',
  happenedTo: 'own',
  state: 'declined',
  by: carla,
  reason: 'We buy it',
  at: '2026-11-23T17:00:00.000Z',
  url: aPlan().url,
  ...over,
});

const saying = (over: Partial<DemandNotice> = {}) =>
  textsIn(demandNotice(aNotice(over))).join('\n');

test('a requester reads what happened to their demand, by whom and why', () => {
  expect(faultsOf(demandNotice(aNotice()))).toEqual([]);
  const words = saying();
  for (const part of ['A queue for events', 'was declined', 'Carla Mendes', 'We buy it']) {
    expect(words).toContain(part);
  }
});

test('of the demand that theirs was merged into, they read what became of it', () => {
  const { by, reason, ...other } = aNotice({ happenedTo: 'other' });
  expect([by, reason]).toEqual([carla, 'We buy it']);
  const words = textsIn(demandNotice(other)).join('\n');
  expect(words).toContain('the one that it was merged into, was declined');
  expect(words).not.toMatch(/Carla|Reason/);
});

test('what a person wrote mentions nobody, links nowhere and is not formatted', () => {
  const hostile = '<!channel> & <https://evil.example|free> *x* _y_ ~z~ `w`';
  const person = { ref: 'user:default/eve', name: hostile };
  const words = saying({ title: hostile, reason: hostile, by: person });
  expect(words.replace(/<!date\^\d+\^[^|<>]*\|[^<>]*>/g, '')).not.toMatch(/[<>]/);
  const marked = demandNotice(aNotice({ title: hostile, reason: '', by: person })).blocks;
  expect(JSON.stringify(marked)).not.toMatch(/\*x\*|_y_|~z~|`w`/);
  expect(
    faultsOf(demandNotice(aNotice({ title: 'x'.repeat(500), reason: 'y'.repeat(9000) }))),
  ).toEqual([]);
});
