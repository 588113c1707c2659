import { databaseKinds } from '../__testUtils__/databases';
import { aPortal, refusalOf, TestPortal } from '../__testUtils__/portal';
import { aPublishedOffer, completeContent } from '../__testUtils__/stories';

const OPEN = '2026-12-11T09:00:00.000Z';

describe.each(databaseKinds)('a link to an offer on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
  });
  afterAll(() => portal.stop());
  beforeEach(() => portal.clock.set('2026-12-01T09:00:00.000Z'));

  const preview = (who: string, name: string, channel = 'C0OFFERS0') =>
    portal.as(who)('linkPreview', { params: { name }, query: { channel } });

  it('[rule 1] is shown to a channel only when all who read it may see the offer', async () => {
    const { name } = await aPublishedOffer(portal);
    portal.clock.set(OPEN);
    expect(await preview('ada', name)).toMatchObject({ forWhom: 'channel', state: 'available' });
    expect(await preview('ada', name, 'C0UNKNOWN')).toMatchObject({ forWhom: 'asker' });
    expect(await refusalOf(preview('otto', name))).toEqual({ status: 404, code: 'not-found' });
    const few = await aPublishedOffer(
      portal,
      {
        access: { see: { allow: ['group:default/payments-team'] }, order: { allow: ['everyone'] } },
      },
      { local: '2026-12-11T09:00' },
    );
    expect(await preview('ada', few.name)).toMatchObject({ forWhom: 'asker' });
    expect(await refusalOf(preview('ben', few.name))).toEqual({ status: 404, code: 'not-found' });
  });

  it('[rule 1] is for the asker alone while a ring limits the offer', async () => {
    const access = {
      ...completeContent().access,
      rings: [{ name: 'Payments', groups: ['group:default/payments-team'] }],
    };
    const { name } = await aPublishedOffer(portal, { access });
    portal.clock.set(OPEN);
    expect(await preview('ada', name)).toMatchObject({ forWhom: 'asker', state: 'canary' });
  });

  it('[rule 1] shows nothing before its time, also not to the asker', async () => {
    const { name } = await aPublishedOffer(portal);
    expect(await refusalOf(preview('ada', name))).toEqual({ status: 404, code: 'not-found' });
  });
});
