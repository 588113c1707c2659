/**
 * What decides an offer's public life beside its versions: terminations, suspensions, what people did with rings;
 * and what is computed from all of it for lists: segments, needed product releases, and the turns that time makes.
 */

exports.up = async function up(knex) {
  await knex.schema.createTable('endings', table => {
    table.string('id', 36).primary();
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.string('plan_id', 36).references('plans.id');
    table.string('notice_at', 24).notNullable();
    table.string('ends_at', 24).notNullable();
    table.string('replaced_by', 36);
    table.text('no_replacement');
    table.text('subscriptions').notNullable();
    table.text('reason').notNullable();
    table.string('recorded_at', 24).notNullable();
    table.string('recorded_by', 255).notNullable();
    table.index(['offer_id'], 'endings_by_offer');
    table.index(['replaced_by'], 'endings_by_replacement');
  });
  await knex.schema.createTable('suspensions', table => {
    table.string('id', 36).primary();
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.string('kind', 10).notNullable();
    table.text('reason').notNullable();
    table.string('starts_at', 24).notNullable();
    table.string('started_by', 255).notNullable();
    table.string('ends_at', 24);
    table.string('ended_by', 255);
    table.text('end_reason');
    table.string('reviewed_at', 24);
    table.string('reviewed_by', 255);
    table.text('review');
    table.index(['offer_id', 'starts_at'], 'suspensions_by_offer');
  });
  // An offer is stopped once at a time, whoever presses twice.
  await knex.raw(
    'create unique index suspensions_open on suspensions (offer_id) where ends_at is null',
  );
  await knex.schema.createTable('ring_events', table => {
    table.increments('seq');
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.integer('number').notNullable();
    table.string('kind', 10).notNullable();
    table.string('at', 24).notNullable();
    table.string('actor', 255).notNullable();
    table.text('reason').notNullable();
    table.index(['offer_id', 'seq'], 'ring_events_by_offer');
  });
  await knex.schema.createTable('offer_needs', table => {
    table.string('product', 255).notNullable();
    table.string('version', 100).notNullable();
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.primary(['product', 'version', 'offer_id']);
    table.index(['offer_id'], 'offer_needs_by_offer');
  });
  await knex.schema.createTable('bundle_members', table => {
    table.string('member_id', 36).notNullable();
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.integer('number').notNullable();
    table.primary(['member_id', 'offer_id', 'number']);
    table.index(['offer_id', 'number'], 'bundle_members_by_bundle');
  });
  await knex.schema.createTable('segments', table => {
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.integer('position').notNullable();
    table.integer('number').notNullable();
    table.string('state', 10).notNullable();
    table.string('whom', 10).notNullable();
    table.string('starts_at', 24).notNullable();
    table.string('ends_at', 24);
    table.primary(['offer_id', 'position']);
    table.index(['state', 'offer_id', 'starts_at', 'ends_at'], 'segments_by_state');
  });
  await knex.schema.createTable('turns', table => {
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.string('at', 24).notNullable();
    table.string('kind', 20).notNullable();
    table.integer('number').notNullable();
    table.string('recorded_at', 24);
    table.primary(['offer_id', 'at', 'kind', 'number']);
  });
  // Only what time has yet to make is looked at again and again.
  await knex.raw('create index turns_due on turns (at, offer_id) where recorded_at is null');
};

exports.down = async function down(knex) {
  const tables = [
    'turns',
    'segments',
    'bundle_members',
    'offer_needs',
    'ring_events',
    'suspensions',
    'endings',
  ];
  for (const table of tables) await knex.schema.dropTable(table);
};
