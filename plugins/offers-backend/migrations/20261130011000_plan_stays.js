/**
 * How long each plan was in each state, for reports: kept from now on in the transaction of each transition, and filled
 * for what lies behind from the log, which has an entry for each. A state that was left in the instant in which it was
 * entered, such as on the way to a release, is no stay. Beside it the indexes by which reports find their time.
 */

/** The stages of the value stream, by the states of a plan when this was written. */
const STAGES = {
  draft: 'define',
  submitted: 'define',
  'changes-requested': 'define',
  approved: 'implement',
  implementing: 'implement',
  ready: 'publish',
  released: 'publish',
  rejected: 'ended',
  cancelled: 'ended',
};

/** The states after actions whose entries do not say them. */
const AFTER = { 'plan.create': 'draft', 'plan.submit': 'submitted' };

/** How many plans are filled at a time. */
const BATCH = 200;

exports.up = async function up(knex) {
  await knex.schema.createTable('plan_stays', table => {
    table.string('plan_id', 36).notNullable().references('id').inTable('plans').onDelete('CASCADE');
    table.integer('position').notNullable();
    table.string('state', 20).notNullable();
    table.string('stage', 20).notNullable();
    table.string('entered_at', 24).notNullable();
    table.string('left_at', 24);
    table.integer('seconds');
    table.primary(['plan_id', 'position']);
    table.index(['state', 'left_at', 'plan_id', 'seconds'], 'plan_stays_by_end');
  });
  await knex.raw('create index plan_stays_open on plan_stays (plan_id) where left_at is null');
  await knex.raw(
    'create index plans_by_release_done on plans (released_at, id) where released_at is not null',
  );
  await knex.raw('create index plans_by_creation on plans (created_at, id)');
  await knex.raw('create index announcements_by_date on announcements (due_at, id)');
  await knex.raw('create index offers_by_gaps on offers (catalogue, missing)');
  await fill(knex);
};

exports.down = async function down(knex) {
  await knex.raw('drop index offers_by_gaps');
  await knex.raw('drop index announcements_by_date');
  await knex.raw('drop index plans_by_creation');
  await knex.raw('drop index plans_by_release_done');
  await knex.schema.dropTable('plan_stays');
};

async function fill(knex) {
  for (let after = ''; ;) {
    const plans = await knex('plans')
      .where('id', '>', after)
      .orderBy('id')
      .limit(BATCH)
      .select('id', 'state', 'created_at');
    if (plans.length === 0) return;
    const entries = await knex('audit')
      .whereIn(
        'subject_id',
        plans.map(({ id }) => id),
      )
      .where('subject_kind', 'plan')
      .orderBy('seq')
      .select('subject_id', 'action', 'at', 'change');
    for (const plan of plans) {
      const own = entries.filter(({ subject_id: id }) => id === plan.id);
      await knex('plan_stays').insert(staysOf(plan, own));
    }
    after = plans[plans.length - 1].id;
  }
}

function staysOf(plan, entries) {
  const entered = [{ state: 'draft', at: plan.created_at }];
  const reach = (state, at) => {
    const last = entered[entered.length - 1];
    if (state === undefined || state === last.state) return;
    if (last.at === at && entered.length > 1) entered.pop();
    entered.push({ state, at });
  };
  for (const { action, at, change } of entries) {
    const { state } = JSON.parse(change);
    reach(state in STAGES ? state : AFTER[action], at);
  }
  const last = entries[entries.length - 1];
  // A log that was kept elsewhere may end before the plan does: what is so now is so.
  reach(plan.state, last ? last.at : plan.created_at);
  return entered.map(({ state, at }, position) => {
    const next = entered[position + 1];
    return {
      plan_id: plan.id,
      position,
      state,
      stage: STAGES[state],
      entered_at: at,
      left_at: next ? next.at : null,
      seconds: next ? Math.floor((Date.parse(next.at) - Date.parse(at)) / 1000) : null,
    };
  });
}
