import { until } from '../../support/processes';
import { wordsOf } from '../../support/slack';
import { chosen, GENERAL, ids, OFFERS, typed, World } from './World';

/** What is typed, and the forms: against the real portal, each answered to the person alone. */
export function commands(world: World): void {
  const lifeOf = async (name: string) => {
    const { items } = await world.as('carla')('listOffers', { query: { q: name } });
    return world.as('carla')('getOfferLife', { params: { id: items[0]?.id ?? '' } });
  };

  const plansOf = async (offer: string) =>
    (await world.as('carla')('listPlans', { query: { offer } })).items;

  it.each([
    ['ada', 'search delta', 'Delta database'],
    ['ada', 'show delta-database', '120.00 EUR'],
    ['ada', 'why delta-database', 'audience'],
    ['ada', 'show', 'Find an offer by its name'],
    ['carla', 'plan void-database', 'Cancelled'],
    ['carla', 'rings delta-database', 'goes through rings'],
    ['carla', 'audit delta-database', 'What was done'],
    ['carla', 'announce settings', 'Digests come at'],
    ['ada', 'suspend delta-database', 'delta-database'],
    ['otto', 'show delta-database', 'no offer'],
    ['ada', 'help', '/offer search WORDS'],
    ['carla', 'help', '/offer roll-back'],
    ['ada', 'serach delta', 'Did you mean'],
  ] as const)('answers %s, who types %s, in private', async (name, text, words) => {
    const said = await world.slack.command(ids[name], text);
    expect(wordsOf(said)).toContain(words);
  });

  it('suspends and resumes, promotes a ring and rolls back, each after its effect was shown', async () => {
    const acts = [
      ['suspend', 'delta-database', 'Suspend', 'Suspended', 'Orders fail'],
      ['resume', 'delta-database', 'Resume', 'Resumed', 'Mended'],
      ['rings', 'ring-database', 'Promote', 'Promoted', 'It goes well'],
      ['roll-back', 'alpha-database', 'Roll back', 'Rolled back', 'Too cheap'],
    ] as const;
    for (const [command, name, label, done, why] of acts) {
      const preview = await world.slack.command(ids.carla, `${command} ${name}`);
      await world.pressSigned('carla', GENERAL, preview, label);
      const title = name.charAt(0).toUpperCase() + name.slice(1).replace('-', ' ');
      await world.modal(label, 'plain_text_input', title);
      await world.sends('carla', { reason: typed(why) }, done);
    }
    const delta = JSON.stringify(await lifeOf('delta-database'));
    for (const why of ['Orders fail', 'Mended']) expect(delta).toContain(why);
    const { rings } = await lifeOf('ring-database');
    expect(rings[0]?.acts).toMatchObject([{ act: 'promote', reason: 'It goes well' }]);
    expect((await lifeOf('alpha-database')).segments.at(-1)?.version).toBe(3);
  });

  it('moves a date, and makes the plan of an end, after showing what that means', async () => {
    const moved = await world.slack.command(ids.carla, 'schedule asked-database 2027-04-01 09:00');
    await world.slack.press(ids.carla, GENERAL, moved, 'Set this date');
    await until('the new date', async () => {
      const [plan] = await plansOf('asked-database');
      return plan?.releaseAt === '2027-04-01T09:00:00.000Z';
    });
    const start = await world.slack.command(ids.carla, 'terminate epsilon-database');
    await world.pressSigned('carla', GENERAL, start, 'Plan its end');
    await world.modal('Why does it end?');
    const date = (day: string) => ({ type: 'datepicker', selected_date: day });
    const values = {
      none: typed('Nobody uses it'),
      ends: date('2027-09-01'),
      endsTime: { type: 'timepicker', selected_time: '00:00' },
      subscriptions: chosen('end'),
      release: date('2027-05-01'),
      reason: typed('Too old'),
    };
    await world.sends('carla', values, 'what this end does');
    await world.sends('carla', values, 'nothing ends yet');
    const { items } = await world.as('carla')('listPlans', { query: { scenario: 'terminate' } });
    const ends = items.flatMap(plan => plan.ends.map(({ name }) => name));
    expect(ends).toContain('epsilon-database');
  });

  it('raises a demand from a message, and tells who raised it what became of it', async () => {
    await world.slack.say(ids.ada, OFFERS, 'Could we have faster disks?');
    const message = (await world.slack.channel(OFFERS)).at(-1);
    const text = message?.text ?? '';
    const from = { channel: OFFERS, ts: message?.ts ?? '', text };
    await world.signed.shortcut(ids.ada, 'offers-shortcut-demand-from-message', from);
    await world.modal('Could we have faster disks?');
    const values = {
      kind: chosen('new'),
      title: typed('Faster disks'),
      description: typed(text),
    };
    await world.sends('ada', values, 'Raised: *Faster disks*');
    const { items } = await world.as('carla')('listDemands', { query: {} });
    const demand = items.find(({ title }) => title === 'Faster disks');
    expect(demand).toMatchObject({ title: 'Faster disks' });
    await world.as('carla')('declineDemand', {
      params: { id: demand?.id ?? '' },
      revision: demand?.revision ?? 0,
      body: { reason: 'Next year' },
    });
    await world.hears('ada', 'Faster disks', 'Next year');
  });

  it('starts a plan by a shortcut that stands everywhere', async () => {
    const { id } = await world.draft('Planned database');
    await world.signed.shortcut(ids.carla, 'offers-shortcut-plan');
    await world.modal('Which offer?');
    const values = {
      offer: chosen(id, 'offers-wizard-managed'),
      scenario: chosen('new'),
      date: { type: 'datepicker', selected_date: '2027-04-01' },
      time: { type: 'timepicker', selected_time: '09:00' },
    };
    await world.sends('carla', values, 'Started: ');
    expect(await plansOf('planned-database')).toMatchObject([{ state: 'draft', scenario: 'new' }]);
  });
}
