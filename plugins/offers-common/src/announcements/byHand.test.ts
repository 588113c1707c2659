import { timelineOf, TimedVersion } from '../timeline/timeline';
import { announceableAt, AnnounceableKind, announceableKindSchema } from './byHand';

const access = { see: { allow: ['*'], deny: [] }, order: { allow: ['*'], deny: [] }, rings: [] };
const version = (number: number, validFrom: string): TimedVersion => ({
  number,
  validFrom,
  validUntil: undefined,
  access,
  releases: [],
  members: [],
});
const first = version(1, '2026-12-01T00:00:00.000Z');
const second = version(2, '2027-01-01T00:00:00.000Z');
const ending = {
  recordedAt: '2027-01-10T00:00:00.000Z',
  noticeAt: '2027-02-01T00:00:00.000Z',
  endsAt: '2027-03-01T00:00:00.000Z',
  replacedBy: undefined,
};
const life = timelineOf([first, second], { endings: [ending] });
const kindsAt = (at: string) =>
  announceableKindSchema.options.filter(kind => announceableAt(life, kind, at).ok);

test.each<[string, string, AnnounceableKind[]]>([
  ['before it is offered, nothing', '2026-11-01T00:00:00.000Z', []],
  ['its first version', '2026-12-02T00:00:00.000Z', ['available', 'promotion']],
  ['a later one', '2027-01-02T00:00:00.000Z', ['changed', 'promotion']],
  ['not its end before its notice', '2027-01-20T00:00:00.000Z', ['changed', 'promotion']],
  ['its end from its notice on', '2027-02-01T00:00:00.000Z', ['changed', 'ending', 'promotion']],
  ['that it has ended', '2027-03-01T00:00:00.000Z', ['ended']],
])('can be announced: %s', (_what, at, kinds) => {
  expect(kindsAt(at)).toEqual(kinds);
});

test('what is not so is refused with what to do instead', () => {
  const refused = (kind: AnnounceableKind, at: string) => {
    const told = announceableAt(life, kind, at);
    return told.ok ? '' : told.remedy;
  };
  expect(refused('ending', '2027-01-20T00:00:00.000Z')).toMatch(/by itself at its notice/);
  expect(refused('ending', '2026-12-02T00:00:00.000Z')).toMatch(/plan a termination/);
  expect(refused('available', '2027-01-02T00:00:00.000Z')).toMatch(/announce that it has changed/);
  expect(refused('ended', '2027-01-02T00:00:00.000Z')).toMatch(/has not ended/);
  expect(refused('ended', '2026-11-01T00:00:00.000Z')).toMatch(/never offered/);
});

test('a suspended offer is not announced', () => {
  const stopped = timelineOf([first], {
    suspensions: [{ from: '2026-12-02T00:00:00.000Z', until: undefined, kind: 'suspend' }],
  });
  expect(announceableAt(stopped, 'available', '2026-12-03T00:00:00.000Z').ok).toBe(false);
  expect(announceableAt(stopped, 'promotion', '2026-12-03T00:00:00.000Z').ok).toBe(false);
});
