import { aPlan } from '../__testUtils__/builders';
import { actingTexts, formattedTexts, HOSTILE } from '../__testUtils__/harmless';
import { demandNotice } from './demandNotice';
import { linkEnded } from './linkEnded';
import { breakGlassNotice } from './notes';
import { reminder } from './reminder';

const person = { ref: 'user:default/eve', name: HOSTILE };
const note = {
  decider: person,
  reason: HOSTILE,
  at: '2026-11-23T17:00:00.000Z',
  surface: 'slack' as const,
};

const messages: Record<string, object> = {
  reminder: reminder({
    kind: 'reminder',
    planTitle: HOSTILE,
    stepTitle: HOSTILE,
    requestedBy: person,
    waitingSince: note.at,
    releaseAt: note.at,
    expiresAt: note.at,
    onBehalfOf: person,
    url: aPlan().url,
  }),
  'reminder of what is over': reminder({
    kind: 'reminder',
    planTitle: HOSTILE,
    stepTitle: '',
    requestedBy: person,
    waitingSince: note.at,
    releaseAt: note.at,
    over: {
      state: 'cancelled',
      turn: { what: 'cancel', by: person, at: note.at, surface: 'api', reason: HOSTILE },
    },
    url: aPlan().url,
  }),
  'ended link': linkEnded({
    kind: 'link-ended',
    user: person,
    by: person,
    reason: HOSTILE,
    at: note.at,
    url: aPlan().url,
  }),
  'demand notice': demandNotice({
    kind: 'demand-notice',
    title: HOSTILE,
    event: 'decline',
    happenedTo: 'own',
    state: 'declined',
    by: person,
    reason: HOSTILE,
    at: note.at,
    url: aPlan().url,
  }),
  'break-glass notice': breakGlassNotice({
    kind: 'break-glass-notice',
    note: { ...note, verdict: 'break-glass' },
    planTitle: HOSTILE,
    url: aPlan().url,
  }),
};

describe.each(Object.entries(messages))('What a person wrote in the %s', (_name, message) => {
  it('mentions nobody, links nowhere and calls no channel', () => {
    expect(actingTexts(message)).toEqual([]);
  });

  it('is not formatted where Slack formats', () => {
    expect(formattedTexts(message)).toEqual([]);
  });
});
