import { LinkPreview } from '@offerdesk/backstage-plugin-offers-common';
import { anAnnouncement } from '../__testUtils__/builders';
import { FakeOperations, fakeServices, refused } from '../__testUtils__/fakeServices';
import { fakeSlack } from '../__testUtils__/fakeSlack';
import { faultsOf } from '../__testUtils__/slackLimits';
import { identityRefusal } from '../identity/refusal';
import { LinksShared, linksShared } from './events/links';

const preview = (forWhom: LinkPreview['forWhom']): LinkPreview => ({
  name: 'postgres-production',
  title: 'PostgreSQL <!channel> for production',
  summary: 'A database',
  priceLists: anAnnouncement().priceLists,
  state: 'available',
  url: 'https://portal.example.com/offers/o/postgres-production',
  forWhom,
});

const LINK = 'https://portal.example.com/offers/o/postgres-production?tab=price#top';

async function share(
  operations: FakeOperations,
  { links = [LINK], source = 'conversations_history', retryNum = 0 } = {},
) {
  const fake = fakeServices(operations);
  const { slack, calls } = fakeSlack({
    'chat.unfurl': () => ({ ok: true }),
    'chat.postEphemeral': () => ({ ok: true }),
  });
  // The parts of an event that the listener reads.
  const event = {
    type: 'link_shared',
    user: 'U0ADA0001',
    channel: 'C0OFFERS1',
    message_ts: '1.1',
    source,
    links: links.map(url => ({ url, domain: 'portal.example.com' })),
  } as unknown as LinksShared['event'];
  await linksShared(fake.services)({
    event,
    body: { team_id: 'T0OFFERD1' } as LinksShared['body'],
    context: { retryNum } as LinksShared['context'],
    client: slack,
  });
  return { ...fake, slackCalls: calls };
}

describe('A link to an offer', () => {
  it('unfurls where all who read the channel may see the offer', async () => {
    const { slackCalls, calls } = await share({ linkPreview: () => preview('channel') });
    expect(calls).toMatchObject([
      { input: { params: { name: 'postgres-production' }, query: { channel: 'C0OFFERS1' } } },
    ]);
    expect(slackCalls).toMatchObject([
      { method: 'chat.unfurl', args: { channel: 'C0OFFERS1', ts: '1.1', unfurls: { [LINK]: {} } } },
    ]);
    expect(JSON.stringify(slackCalls)).not.toContain('<!channel>');
  });

  it('[rule 1] is shown to who shared it alone where others may not see the offer', async () => {
    const { slackCalls } = await share({ linkPreview: () => preview('asker') });
    expect(slackCalls).toMatchObject([
      { method: 'chat.postEphemeral', args: { channel: 'C0OFFERS1', user: 'U0ADA0001' } },
    ]);
    const blocks = slackCalls[0]?.args.blocks;
    expect(faultsOf({ blocks: Array.isArray(blocks) ? blocks : [] })).toEqual([]);
    const again = await share({ linkPreview: () => preview('asker') }, { retryNum: 1 });
    expect(again.slackCalls).toEqual([]);
  });

  it.each([
    [refused('not-found')],
    [refused('not-allowed')],
    [identityRefusal('guest')],
    [new Error('bug')],
  ])('[rule 1] says nothing at all of what the one who shared it may not see: %s', async error => {
    const { slackCalls } = await share({
      linkPreview: () => {
        throw error;
      },
    });
    expect(slackCalls).toEqual([]);
  });

  it('is looked at for offers alone, a few a message, and not while it is written', async () => {
    const operations = { linkPreview: () => preview('channel') };
    const others = [
      'https://portal.example.com/offers/plans/1',
      'not an address',
      'https://portal.example.com/offers/o/%3Cscript%3E',
    ];
    expect((await share(operations, { links: others })).calls).toEqual([]);
    expect((await share(operations, { links: Array(9).fill(LINK) })).calls).toHaveLength(5);
    expect((await share(operations, { source: 'composer' })).calls).toEqual([]);
  });
});
