import { ConfigReader } from '@backstage/config';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSettings } from './settings';

const least = { approval: { approvers: ['group:default/release-managers'] } };
const step = { id: 'one', approvers: { groups: ['group:default/release-managers'] } };
const read = (offers: object) =>
  readSettings(new ConfigReader({ app: { baseUrl: 'http://portal.test/' }, offers }));

const root = join(__dirname, '../../..');
const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

describe('the configuration under offers', () => {
  it('has each key of its schema in the guides', () => {
    const schema = textOf('plugins/offers-backend/config.d.ts');
    const keys = [...schema.matchAll(/^\s+(\w+)\??:/gm)].map(([, key = '']) => key);
    const guides = textOf('docs/guides/configuration.md') + textOf('docs/guides/approval.md');
    expect(keys.length).toBeGreaterThan(50);
    expect(keys.filter(key => !new RegExp(`\\b${key}\\b`).test(guides))).toEqual([]);
  });

  it('needs no more than who approves', () => {
    expect(read(least)).toMatchObject({
      portalUrl: 'http://portal.test',
      roles: { catalogManager: [], releaseManager: [] },
      approval: {
        steps: [{ id: 'approval', need: { count: 1 }, decideIn: 'anywhere' }],
        channel: undefined,
        expireAfterDays: undefined,
        quietHours: undefined,
        breakGlass: [],
        alsoMaterial: [],
      },
      announcementChannels: [],
      matchEmail: false,
      demand: { forUncarriedProducts: false },
    });
  });

  it('takes what is given, references in lower case', () => {
    const settings = read({
      ...least,
      portalUrl: 'https://portal.example.com',
      roles: { catalogManager: ['group:default/Catalog-Managers'] },
      announcements: { channels: [{ channel: 'C0123ABCD', audience: ['everyone'] }] },
      slack: { channelNames: { C0123ABCD: '#platform-offers' } },
    });
    expect(settings.channelNames).toEqual({ C0123ABCD: 'platform-offers' });
    expect(settings.roles.catalogManager).toEqual(['group:default/catalog-managers']);
    expect(settings.announcementChannels).toEqual([
      { channel: 'C0123ABCD', audience: ['everyone'] },
    ]);
  });

  it.each([
    ['nothing at all', {}, 'offers.approval'],
    ['no approver', { approval: { approvers: [] } }, 'offers.approval.approvers'],
    [
      'an approver that is no person',
      { approval: { approvers: ['component:default/x'] } },
      'offers.approval.approvers.0: name a group or a user',
    ],
    [
      'no approval needed',
      { approval: { ...least.approval, required: 0 } },
      'offers.approval.required: require at least 1',
    ],
    [
      'a channel by its name',
      { ...least, announcements: { channels: [{ channel: '#offers', audience: ['everyone'] }] } },
      'offers.announcements.channels.0.channel: give the id',
    ],
    [
      'a channel whose readers nobody declared',
      { ...least, announcements: { channels: [{ channel: 'C0123ABCD', audience: [] }] } },
      'offers.announcements.channels.0.audience: say who reads',
    ],
    [
      'a key of approvals that is not known',
      { approval: { ...least.approval, expiresAfterDays: 3 } },
      'offers.approval: expiresAfterDays is not known here: rename it to one of approvers,',
    ],
    [
      'a step with a rule that is not known',
      { approval: { steps: [{ ...step, when: [{ marginUnder: true }] }] } },
      'offers.approval.steps.0.when.0: marginUnder is not known here: rename it to one of scenario,',
    ],
    [
      'a step that nobody approves',
      { approval: { steps: [{ id: 'one', approvers: {} }] } },
      'offers.approval.steps.0.approvers: name at least one group, user, ownersOf or resolver',
    ],
    [
      'two steps of one id',
      { approval: { steps: [step, step] } },
      'offers.approval.steps: give each step an id of its own',
    ],
    [
      'steps beside the short form',
      { approval: { ...least.approval, steps: [step] } },
      'offers.approval.steps: give either steps, or approvers and required',
    ],
    [
      'a need that nobody understands',
      { approval: { steps: [{ ...step, need: 'most' }] } },
      'offers.approval.steps.0.need: say any, all, { count: 2 } or { percent: 50 }',
    ],
    [
      'a part of the content that there is not',
      { approval: { ...least.approval, material: { alsoParts: ['texts'] } } },
      'offers.approval.material.alsoParts.0: name parts of the content: information,',
    ],
    ['an unknown role', { ...least, roles: { boss: [] } }, 'offers.roles.boss is not a role'],
    ['a category without a title', { ...least, categories: [{ id: 'x', title: '' }] }, 'title'],
  ])('says which key to mend, and how, for %s', (_what, offers, words) => {
    expect(() => read(offers)).toThrow(words);
  });
});
