import { bundleSchema } from '@offerdesk/backstage-plugin-offers-common';
import {
  bundleText,
  draw,
  erase,
  keyFor,
  moveStep,
  noBundle,
  readBundle,
  withMember,
  withoutMember,
} from './bundleDesign';

const id = (digit: number) => `0b0c1d2e-3f40-4a5b-8c6d-7e8f90a1b2c${digit}`;
const three = ['network', 'database', 'app'].reduce(
  (bundle, name, index) => withMember(bundle, { id: id(index), name }),
  noBundle,
);

const titleOf = (key: string) => key.toUpperCase();

const drawn = (...waits: [string, string][]) =>
  waits.reduce((bundle, [key, waitsFor]) => {
    const next = draw(bundle, key, waitsFor, titleOf);
    if (!next.ok) throw new Error(next.reason);
    return next.bundle;
  }, three);

describe('the designer of bundles', () => {
  it('gives each member a key of its own', () => {
    expect(keyFor('network', three.steps)).toBe('network-2');
    expect(keyFor('fresh', three.steps)).toBe('fresh');
  });

  it('[rule 8] refuses a circle as it is drawn, however long', () => {
    const chain = drawn(['database', 'network'], ['app', 'database']);
    const round = draw(chain, 'network', 'app', titleOf);
    expect(round).toEqual({
      ok: false,
      reason:
        'The steps NETWORK, APP, DATABASE, NETWORK wait for each other; take one of the waits out.',
    });
    expect(draw(three, 'app', 'app', titleOf)).toMatchObject({ ok: false });
    expect(erase(chain, 'app', 'database').steps[2]?.after).toEqual([]);
  });

  it('takes what waited for a member out with it', () => {
    const { steps } = withoutMember(drawn(['database', 'network'], ['app', 'network']), 'network');
    expect(steps.map(({ key, after }) => [key, after])).toEqual([
      ['database', []],
      ['app', []],
    ]);
  });

  it('moves steps, and writes what the API takes', () => {
    expect(moveStep(three, 'app', 0).steps.map(({ key }) => key)).toEqual([
      'app',
      'network',
      'database',
    ]);
    expect(bundleSchema.parse(JSON.parse(bundleText(three))).steps).toHaveLength(3);
  });

  it('is none without members, and reads nothing into what is no bundle', () => {
    expect(bundleText(noBundle)).toBe('');
    expect(['', '{', '{"steps":1}', 'null'].map(readBundle)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});
