/**
 * What plans bring beside versions: terminations, and changes of structure and views; when they are prepared, who
 * implements them, and for which date those concerned were told; and what may pass a gate although it is missing.
 */

exports.up = async function up(knex) {
  await knex.schema.alterTable('plans', table => {
    table.string('preparation_at', 24);
    table.string('preparation_zone', 64);
    table.string('told_for', 24);
    table.index(['release_at', 'id'], 'plans_by_release');
  });
  // What was approved before there was anybody to tell is not stopped by it.
  await knex('plans')
    .whereIn('state', ['approved', 'implementing', 'ready'])
    .update({ told_for: knex.ref('release_at') });
  await knex.schema.createTable('plan_terminations', table => {
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.integer('position').notNullable();
    table.string('notice_at', 24).notNullable();
    table.string('ends_at', 24).notNullable();
    table.string('ends_zone', 64).notNullable();
    table.string('replaced_by', 36);
    table.text('no_replacement');
    table.text('subscriptions').notNullable();
    table.text('reason').notNullable();
    table.integer('under_way').notNullable();
    table.primary(['plan_id', 'offer_id']);
    table.index(['offer_id', 'plan_id'], 'plan_terminations_by_offer');
  });
  await knex.raw(
    'create unique index plan_terminations_under_way on plan_terminations (offer_id) where under_way = 1',
  );
  await knex.schema.createTable('plan_changes', table => {
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.integer('position').notNullable();
    table.string('kind', 40).notNullable();
    table.string('target', 100).notNullable();
    table.text('body').notNullable();
    table.primary(['plan_id', 'position']);
    table.index(['kind', 'target', 'plan_id'], 'plan_changes_by_target');
  });
  await knex.schema.createTable('plan_implementers', table => {
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('person', 255).notNullable();
    table.primary(['plan_id', 'person']);
  });
  await knex.schema.createTable('waivers', table => {
    table.string('id', 36).primary();
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.string('criterion', 40).notNullable();
    table.text('reason').notNullable();
    table.string('granted_by', 255).notNullable();
    table.string('granted_at', 24).notNullable();
    table.string('until_at', 24).notNullable();
    table.string('revoked_by', 255);
    table.string('revoked_at', 24);
    table.index(['offer_id', 'until_at'], 'waivers_by_offer');
  });
};

exports.down = async function down(knex) {
  for (const table of ['waivers', 'plan_implementers', 'plan_changes', 'plan_terminations']) {
    await knex.schema.dropTable(table);
  }
  await knex.schema.alterTable('plans', table => {
    table.dropIndex(['release_at', 'id'], 'plans_by_release');
  });
  // By hand: knex would make the table anew on SQLite, which the keys that point at it refuse.
  for (const column of ['preparation_at', 'preparation_zone', 'told_for']) {
    await knex.raw('alter table plans drop column ??', [column]);
  }
};
