import { until } from '../../support/processes';
import { wordsOf } from '../../support/slack';
import { APPROVALS, ids, labelsOf, World } from './World';

const engineers = { allow: ['group:default/engineers'] };
/** Ben gets it first, and the others of its audience when the ring is promoted. */
const inRings = {
  see: engineers,
  order: engineers,
  rings: [{ name: 'First', groups: ['user:default/ben'] }],
};

/** What comes by itself: reminders, escalation, delegation, expiry. */
export function overTime(world: World): void {
  it('submits a plan that nobody will decide on', async () => {
    const { id } = await world.draft('Forgotten database');
    await world.submit(await world.plan('new', [id]));
    expect(wordsOf(await world.hears('approvals', 'Forgotten database'))).toContain(
      'Decide before',
    );
  });

  it('reminds who has not decided, then asks the fallback, and takes both back once it is decided', async () => {
    const offers = await world.published(
      ['Delta database'],
      ['Epsilon database'],
      ['Ring database', { access: inRings }],
    );
    const members = offers.slice(0, 2);
    const { id } = await world.draft('Starter kit', {
      bundle: { steps: members.map((offerId, index) => ({ key: `step-${index}`, offerId })) },
    });
    await world.submit(await world.plan('bundle', [id]));
    const reminder = await world.hears('mia', 'Starter kit', 'still waits for your decision');
    const card = await world.hears('nils', 'Starter kit');
    expect(labelsOf(card)).toContain('Approve');
    await world.pressSigned('nils', await world.direct('nils'), card, 'Approve');
    await until('the reminder to be over', async () => {
      const now = await world.told(
        'mia',
        'Starter kit',
        'does not wait for your decision any more',
      );
      return now.some(({ ts }) => ts === reminder.ts);
    });
    await world.hears('approvals', 'Starter kit', 'Nils Berg');
  });

  it('hands approvals over by a shortcut: the stand-in gets the card, and decides for who is away', async () => {
    await world.signed.shortcut(ids.mia, 'offers-shortcut-hand-over');
    await world.modal('To whom?');
    const at = (ms: number) => ({
      type: 'datetimepicker',
      selected_date_time: Math.floor((Date.now() + ms) / 1000),
    });
    const values = {
      person: { type: 'users_select', selected_user: ids.ada },
      // It may begin before the plan is submitted, or after: the card comes when it does.
      from: at(1_000),
      until: at(3_600_000),
      reason: { type: 'plain_text_input', value: 'A holiday' },
    };
    await world.sends('mia', values, 'decides for you until');
    const { id } = await world.draft('Delegated database');
    const plan = await world.submit(await world.plan('new', [id]));
    const card = await world.hears('ada', 'Delegated database', 'You decide for *Mia Okafor*');
    await world.pressSigned('ada', await world.direct('ada'), card, 'Approve');
    await world.hears('approvals', 'Delegated database', '1 of 2 given');
    expect((await world.planOf(plan)).decisions).toMatchObject([
      { decider: 'user:default/ada', onBehalfOf: 'user:default/mia', surface: 'slack' },
    ]);
  });
}

/** The end of what nobody decided on: last, since until then others are decided on. */
export function expiry(world: World): void {
  it('says that a plan expired, on every card and to who presses then', async () => {
    const card = await until('the card to say that it expired', async () =>
      (await world.told('approvals', 'Forgotten database', 'Expired')).at(-1),
    );
    expect(labelsOf(card)).toEqual(['Details']);
    const { items } = await world.as('carla')('listPlans', {
      query: { offer: 'forgotten-database' },
    });
    const [plan] = items;
    expect(plan?.state).toBe('draft');
    const { contentHash } = await world.planOf({ id: plan?.id ?? '' });
    const value = JSON.stringify({ p: plan?.id, h: contentHash });
    const action = { action_id: 'offers-approve', value };
    await world.signed.press(ids.mia, { channel: APPROVALS, ts: card.ts, action });
    await world.answered('nobody decided in time');
  });
}
