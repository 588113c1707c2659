import { accessSchema } from '../content/access';
import { lifeAfterAct, offerActs } from './acts';
import { servingAt } from './serving';
import { TimedVersion, timelineOf } from './timeline';

const NOW = '2026-12-10T09:00:00.000Z';

const version = (number: number, validFrom: string, rings: object[] = []): TimedVersion => ({
  number,
  validFrom,
  validUntil: undefined,
  access: accessSchema.parse({
    see: { allow: ['everyone'] },
    order: { allow: ['everyone'] },
    rings,
  }),
  releases: [],
  members: [],
});

const two = timelineOf([
  version(1, '2026-11-01T00:00:00.000Z'),
  version(2, '2026-12-01T00:00:00.000Z'),
]);
const ringed = timelineOf([
  version(1, '2026-11-01T00:00:00.000Z'),
  version(2, '2026-12-01T00:00:00.000Z', [{ name: 'First', groups: ['group:default/first'] }]),
]);

const after = (timeline: typeof two, act: (typeof offerActs)[number], asked?: number) => {
  const life = lifeAfterAct(timeline, { act, version: asked }, NOW);
  if (!life.ok) return life.refusal;
  const serving = servingAt(life.timeline, NOW);
  return `${serving?.first.version.number} ${serving?.first.state}${serving?.ring ? ' in a ring' : ''}`;
};

describe('what an act would make of the life of an offer', () => {
  it.each([
    ['suspend', two, '2 suspended'],
    ['emergency', two, '2 suspended'],
    ['resume', two, 'The offer is not suspended.'],
    ['roll-back', two, '3 available'],
    ['ring-hold', two, 'This version has no rings.'],
    ['ring-hold', ringed, '2 canary in a ring'],
    ['ring-promote', ringed, '2 available'],
    ['ring-resume', ringed, 'The ring is not held.'],
    ['ring-roll-back', ringed, '1 available'],
  ] as const)('%s', (act, timeline, expected) => {
    expect(after(timeline, act)).toBe(expected);
  });

  it('a suspended offer resumes, and is not suspended again', () => {
    const stopped = {
      ...two,
      suspensions: [{ from: NOW, until: undefined, kind: 'suspend' as const }],
    };
    expect(after(stopped, 'suspend')).toBe('The offer is suspended already.');
    expect(after(stopped, 'resume')).toBe('2 available');
    expect(after(stopped, 'emergency')).toBe('2 suspended');
    const life = lifeAfterAct(stopped, { act: 'emergency' }, NOW);
    if (!life.ok) throw new Error(life.refusal);
    expect(life.timeline.suspensions).toEqual([
      { from: NOW, until: NOW, kind: 'suspend' },
      { from: NOW, until: undefined, kind: 'emergency' },
    ]);
    expect(after(life.timeline, 'emergency')).toBe('The offer is suspended already.');
    expect(after(life.timeline, 'suspend')).toBe('The offer is suspended already.');
  });

  it('takes the version that is named, and refuses one that is not there', () => {
    expect(after(two, 'roll-back', 2)).toBe('Version 2 is what is served now.');
    expect(after(two, 'roll-back', 7)).toBe('Version 7 is not published.');
    expect(after(timelineOf([]), 'roll-back')).toMatch(/no version/);
  });

  it('changes nothing of the life that it was asked about', () => {
    const before = JSON.stringify(ringed);
    for (const act of offerActs) lifeAfterAct(ringed, { act }, NOW);
    expect(JSON.stringify(ringed)).toBe(before);
  });
});
