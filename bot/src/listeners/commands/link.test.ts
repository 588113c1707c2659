import { fakeServices, refused } from '../../__testUtils__/fakeServices';
import { linkCommand, unlinkCommand } from './link';

const asker = { teamId: 'T0OFFERD1', slackUserId: 'U0ADA0001' };
const link = {
  ...asker,
  id: '3f1c9a52-7d4e-4b0a-9c66-0f2b8d1e5a77',
  slackName: 'Ada',
  user: 'user:default/ada',
  linkedAt: '2026-12-01T09:00:00.000Z',
};

describe('/offer link', () => {
  it('shows a code to type in the portal, and no address to click', async () => {
    const { services } = fakeServices({});
    const said = await linkCommand(services, asker, '');
    expect(said).toContain('`K7M2-9QXD-4TPA`');
    expect(said).not.toMatch(/https?:/);
  });

  it('tells a code of the portal, and says who the person is now', async () => {
    const told: string[] = [];
    const links = {
      begin: async () => ({ code: '', expiresAt: '' }),
      complete: async (_asker: unknown, code: string) => {
        told.push(code);
        return link;
      },
    };
    const { services } = fakeServices({}, { links });
    expect(await linkCommand(services, asker, 'K7M2-9QXD-4TPA')).toContain('*Ada Keller*');
    expect(told).toEqual(['K7M2-9QXD-4TPA']);
  });

  it('is refused in the words of the portal when the code does not count', async () => {
    const { services } = fakeServices({});
    await expect(linkCommand(services, asker, 'AAAA')).rejects.toEqual(refused('link-code-wrong'));
  });
});

describe('/offer unlink', () => {
  it('ends the link of this account alone, and forgets who it was', async () => {
    const forgotten: unknown[] = [];
    const other = { ...link, id: 'other', teamId: 'T0SECOND1' };
    const { services, calls } = fakeServices(
      { mySlackLinks: () => ({ items: [other, link] }), removeSlackLink: () => link },
      { forget: who => forgotten.push(who) },
    );
    expect(await unlinkCommand(services, asker)).toContain('Unlinked');
    expect(calls.at(-1)).toMatchObject({
      id: 'removeSlackLink',
      input: { params: { id: link.id } },
    });
    expect(forgotten).toEqual([asker]);
  });

  it('says where else the portal may know the account from', async () => {
    const { services } = fakeServices({ mySlackLinks: () => ({ items: [] }) });
    expect(await unlinkCommand(services, asker)).toContain('directory');
  });
});
