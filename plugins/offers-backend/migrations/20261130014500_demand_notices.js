/** What tells a requester what became of their demand: a delivery about a demand, of no plan. */

const isPostgres = knex => knex.client.config.client.includes('pg');

const COLUMNS = [
  'seq, id, key, lane, kind, act, target_kind, target, plan_id, announcement_id, base_id, detail, state, due_at',
  'attempts, may_have_posted, first_attempt_at, worker, token, lease_until, message_channel, message_ts, error',
  'sent_at, created_at, notice, notice_token, notice_lease',
].join(', ');

const OPEN = "state in ('pending', 'unclear', 'claimed')";

const INDEXES = [
  'create unique index `deliveries_id_unique` on `deliveries` (`id`)',
  'create unique index `deliveries_key_unique` on `deliveries` (`key`)',
  'create index `deliveries_by_plan` on `deliveries` (`plan_id`, `seq`)',
  'create index `deliveries_by_base` on `deliveries` (`base_id`)',
  `create index deliveries_due on deliveries (due_at, seq) where ${OPEN}`,
  `create index deliveries_lane on deliveries (lane, seq) where ${OPEN}`,
  'create index deliveries_by_message on deliveries (message_channel, message_ts) where message_ts is not null',
  "create index deliveries_failed on deliveries (seq) where state = 'failed'",
  "create index deliveries_to_notice on deliveries (due_at, seq) where notice in ('due', 'claimed')",
  'create index deliveries_by_announcement on deliveries (announcement_id, act, state) where announcement_id is not null',
];

exports.up = async function up(knex) {
  if (isPostgres(knex)) {
    await knex.schema.alterTable('deliveries', table => {
      table.setNullable('plan_id');
      table.string('demand_id', 36).references('demands.id');
    });
  } else {
    await copied(knex, { ofDemands: true });
  }
  await knex.raw(
    'create index deliveries_by_demand on deliveries (demand_id, seq) where demand_id is not null',
  );
};

exports.down = async function down(knex) {
  await knex('deliveries').whereNotNull('demand_id').delete();
  await knex.raw('drop index deliveries_by_demand');
  if (isPostgres(knex)) {
    await knex.schema.alterTable('deliveries', table => {
      table.dropColumn('demand_id');
      table.dropNullable('plan_id');
    });
  } else {
    await copied(knex, { ofDemands: false });
  }
};

/**
 * SQLite alters no column: the table is copied, to which no other one refers. Not through knex, which would check every
 * reference of the whole database.
 */
async function copied(knex, { ofDemands }) {
  await knex.schema.createTable('deliveries_copy', table => {
    table.increments('seq');
    table.string('id', 36).notNullable();
    table.string('key', 200).notNullable();
    table.string('lane', 200).notNullable();
    table.string('kind', 20).notNullable();
    table.string('act', 10).notNullable();
    table.string('target_kind', 10).notNullable();
    table.string('target', 255).notNullable();
    const plan = table.string('plan_id', 36).references('plans.id');
    if (!ofDemands) plan.notNullable();
    table.string('announcement_id', 36).references('announcements.id');
    table.string('base_id', 36);
    table.text('detail').notNullable();
    table.string('state', 10).notNullable();
    table.string('due_at', 24).notNullable();
    table.integer('attempts').notNullable();
    table.integer('may_have_posted').notNullable();
    table.string('first_attempt_at', 24);
    table.string('worker', 100);
    table.string('token', 36);
    table.string('lease_until', 24);
    table.string('message_channel', 100);
    table.string('message_ts', 100);
    table.text('error');
    table.string('sent_at', 24);
    table.string('created_at', 24).notNullable();
    table.string('notice', 10);
    table.string('notice_token', 36);
    table.string('notice_lease', 24);
    if (ofDemands) table.string('demand_id', 36).references('demands.id');
  });
  await knex.raw(`insert into deliveries_copy (${COLUMNS}) select ${COLUMNS} from deliveries`);
  await knex.schema.dropTable('deliveries');
  await knex.schema.renameTable('deliveries_copy', 'deliveries');
  for (const index of INDEXES) await knex.raw(index);
}
