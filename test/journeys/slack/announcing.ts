import { until } from '../../support/processes';
import { wordsOf } from '../../support/slack';
import { GONE, QUIET_ZONE } from './policy';
import { chosen, GENERAL, ids, OFFERS, typed, World } from './World';

/** Announcements: once, corrected, held back from who rests, and what becomes of those that fail. */
export function announcing(world: World): void {
  it('announces by hand what the preview showed, once with two bots, and not to who rests now', async () => {
    const kinds = { promotion: 'now' } as const;
    await world.as('ada')('patchAnnouncementPreferences', { body: { kinds } });
    await world.as('ben')('patchAnnouncementPreferences', { body: { kinds, zone: QUIET_ZONE } });
    const overview = await world.slack.command(ids.carla, 'announce delta-database');
    await world.pressSigned('carla', GENERAL, overview, 'Announce it');
    await world.modal('Show who sees it');
    const channels = [OFFERS, GONE].map(each => chosen(each).selected_option);
    const values = {
      text: typed('Now with backups <!channel>'),
      channels: { type: 'multi_static_select', selected_options: channels },
      people: { type: 'checkboxes', selected_options: [chosen('yes').selected_option] },
    };
    await world.sends('carla', values, 'Who will see it', 'Now with backups');
    expect(await world.told('offers', 'Now with backups')).toEqual([]);
    await world.sends('carla', values, 'It is being announced');
    await world.hears('ada', 'Now with backups &lt;!channel&gt;');
    await world.hears('offers', 'Now with backups');
    expect(await world.told('ben', 'Now with backups')).toEqual([]);
    expect(await world.told('offers', 'Now with backups')).toHaveLength(1);
    expect(await world.told('ada', 'Now with backups')).toHaveLength(1);
  });

  it('shows what a channel did not take in the portal, with what to do, and sends it again', async () => {
    const failed = await until('the failed delivery', async () => {
      const { items } = await world.as('carla')('listFailedDeliveries', { query: {} });
      return items.find(({ target }) => target === GONE);
    });
    expect(failed.error).toContain('channel_not_found');
    const again = await world.as('carla')('retryDelivery', { params: { id: failed.id }, body: {} });
    expect(again.state).toBe('pending');
    await until('it to fail again', async () => {
      const { items } = await world.as('carla')('listFailedDeliveries', { query: {} });
      return items.some(({ id }) => id === failed.id);
    });
  });

  it('corrects what was announced in its place, with a note in the thread', async () => {
    const before = await world.hears('offers', 'Now with backups');
    const overview = await world.slack.command(ids.carla, 'announce delta-database');
    await world.pressSigned('carla', GENERAL, overview, 'Correct');
    const form = await world.modal('What was wrong');
    const block = /"block_id":"([^"]+)"/.exec(JSON.stringify(form))?.[1] ?? '';
    await world.sends('carla', { [block]: typed('Backups come in June') }, 'orrect');
    const corrected = await until('the correction', async () =>
      (await world.told('offers', 'Backups come in June', 'Now with backups')).at(-1),
    );
    expect(corrected.ts).toBe(before.ts);
    const notes = await until('the note', async () => {
      const all = await world.told('offers', 'Backups come in June');
      return all.some(({ thread_ts: of }) => of === before.ts) && all;
    });
    expect(notes).toHaveLength(2);
  });

  it('tells a person no more of a kind once they have said so', async () => {
    const message = await world.hears('ada', 'Now with backups');
    await world.pressSigned('ada', await world.direct('ada'), message, 'Hear less');
    await world.answered('You hear no more of this in person');
    expect((await world.as('ada')('announcementPreferences', {})).kinds.promotion).toBe('off');
  });
}

/** Who somebody is, and how it goes on with one bot. */
export function identity(world: World): void {
  it('refuses who is nobody of the portal, and knows them once both sides have said so', async () => {
    const refused = await world.slack.command(ids.sam, 'search delta');
    expect(wordsOf(refused)).toContain('not linked to a user of the portal');
    const shown = wordsOf(await world.slack.command(ids.sam, 'link'));
    const code = /[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(shown)?.[0] ?? '';
    await world.as('ben')('acceptLinkCode', { body: { code } });
    expect(wordsOf(await world.slack.command(ids.sam, 'search delta'))).toContain('Delta database');
    expect(wordsOf(await world.slack.command(ids.sam, 'unlink'))).toContain('Unlinked');
    const { code: other } = await world.as('ben')('createLinkCode', {});
    expect(wordsOf(await world.slack.command(ids.sam, `link ${other}`))).toContain('Linked');
  });

  it('is told by both bots how they are, and draws with one what the other has posted', async () => {
    for (const bot of ['bot', 'second-bot'] as const) {
      for (const path of ['/live', '/ready', '/health', '/metrics']) {
        expect((await fetch(`${world.sample.bot(bot)}${path}`)).status).toBe(200);
      }
      const lines = world.sample
        .log(bot)
        .trim()
        .split('\n')
        .filter(line => line.startsWith('{'));
      expect(lines.some(line => JSON.parse(line).request !== undefined)).toBe(true);
      expect(lines.join('\n')).not.toMatch(/xoxb-|xapp-|eyJ/);
    }
    const { id } = await world.draft('Last database');
    const plan = await world.submit(await world.plan('new', [id]));
    const card = await world.hears('approvals', 'Last database');
    expect(await world.sample.ask('bot')).toBe(0);
    await world.approve('ravi', plan);
    const redrawn = await world.hears('approvals', 'Last database', '1 of 2 given');
    expect(redrawn.ts).toBe(card.ts);
    expect(await world.sample.ask('second-bot')).toBe(0);
  });
}
