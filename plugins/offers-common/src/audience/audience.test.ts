import fc from 'fast-check';
import { Access, accessSchema } from '../content/access';
import { EVERYONE } from '../refs';
import { seed } from '../testing/content';
import { isEmptyAudience, isInAudience, mayChannelHear } from './audience';

const ada = ['user:default/ada', 'group:default/engineers'];
const otto = ['user:default/otto', 'group:default/contractors'];

const principal = fc.constantFrom<string>(
  EVERYONE,
  'user:default/ada',
  'user:default/otto',
  'group:default/engineers',
  'group:default/contractors',
);
const list = fc.uniqueArray(principal, { maxLength: 4 });
const audience = fc.record({ allow: list, deny: list });
const person = fc.uniqueArray(
  principal.filter(ref => ref !== EVERYONE),
  { maxLength: 4 },
);

describe('[rule 1] who is in an audience', () => {
  test.each([
    ['a group of theirs', { allow: ['group:default/engineers'], deny: [] }, true, false],
    ['themselves', { allow: ['user:default/otto'], deny: [] }, false, true],
    ['everyone', { allow: [EVERYONE], deny: [] }, true, true],
    ['nobody', { allow: [], deny: [] }, false, false],
    [
      'everyone but a group',
      { allow: [EVERYONE], deny: ['group:default/contractors'] },
      true,
      false,
    ],
    [
      'a group but one of it',
      { allow: ['group:default/engineers'], deny: ['user:default/ada'] },
      false,
      false,
    ],
    ['everyone denied', { allow: [EVERYONE, 'user:default/ada'], deny: [EVERYONE] }, false, false],
  ])('%s', (_, who, adaIn, ottoIn) => {
    expect([isInAudience(who, ada), isInAudience(who, otto)]).toEqual([adaIn, ottoIn]);
  });

  test('deny wins, whatever else allows', () => {
    fc.assert(
      fc.property(audience, person, (who, principals) => {
        const denied = [...principals, EVERYONE].some(key => who.deny.includes(key));
        const allowed = [...principals, EVERYONE].some(key => who.allow.includes(key));
        expect(isInAudience(who, principals)).toBe(allowed && !denied);
      }),
      { seed },
    );
  });

  test('nobody is in an audience that is called empty', () => {
    fc.assert(
      fc.property(audience, person, (who, principals) => {
        fc.pre(isEmptyAudience(who));
        expect(isInAudience(who, principals)).toBe(false);
      }),
      { seed },
    );
  });
});

describe('[rule 1] whether a channel may hear of an offer', () => {
  const access = (allow: string[], deny: string[] = []): Access =>
    accessSchema.parse({ see: { allow, deny } });

  test.each([
    [
      'its readers are the audience',
      ['group:default/engineers'],
      access(['group:default/engineers']),
      true,
    ],
    ['the offer is for everyone', ['group:default/contractors'], access([EVERYONE]), true],
    [
      'some readers are outside',
      ['group:default/engineers', 'group:default/contractors'],
      access(['group:default/engineers']),
      false,
    ],
    ['everybody reads it', [EVERYONE], access(['group:default/engineers']), false],
    ['nobody said who reads it', [], access([EVERYONE]), false],
    [
      'the offer denies somebody',
      ['group:default/engineers'],
      access([EVERYONE], ['user:default/ada']),
      false,
    ],
  ])('%s', (_, channel, who, mayHear) => {
    expect(mayChannelHear(channel, who).mayHear).toBe(mayHear);
  });

  test('a refusal says why', () => {
    const verdict = mayChannelHear(
      ['group:default/contractors'],
      access(['group:default/engineers']),
    );
    expect(verdict).toEqual({
      mayHear: false,
      reason: expect.stringContaining('group:default/contractors'),
    });
  });

  test('where a channel may hear, each of its readers is in the audience', () => {
    fc.assert(
      fc.property(list, audience, person, (channel, see, principals) => {
        fc.pre(mayChannelHear(channel, { ...access([]), see }).mayHear);
        fc.pre([...principals, EVERYONE].some(key => channel.includes(key)));
        expect(isInAudience(see, principals)).toBe(true);
      }),
      { seed },
    );
  });
});
