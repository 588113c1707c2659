/**
 * The approval policy: what was asked for of each plan, who approves it, in which step a decision counts
 * and for whom it was taken, and who stands in for whom.
 */

exports.up = async function up(knex) {
  await knex.schema.alterTable('plans', table => {
    table.text('asked');
    table.string('expires_at', 24);
  });
  // Only what waits for a decision and can expire is looked at again and again.
  await knex.raw(
    "create index plans_expiring on plans (expires_at) where state = 'submitted' and expires_at is not null",
  );
  await knex.schema.alterTable('plan_decisions', table => {
    // Before there were steps there was one, that of the short form.
    table.string('step', 63).notNullable().defaultTo('approval');
    table.string('on_behalf_of', 255);
  });
  await knex.schema.createTable('plan_approvers', table => {
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('principal', 255).notNullable();
    table.primary(['plan_id', 'principal']);
    table.index(['principal', 'plan_id'], 'plan_approvers_by_principal');
  });
  await knex.schema.createTable('delegations', table => {
    table.string('id', 36).primary();
    table.string('delegator', 255).notNullable();
    table.string('delegate', 255).notNullable();
    table.string('from_at', 24).notNullable();
    table.string('until_at', 24).notNullable();
    table.text('reason').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('revoked_at', 24);
    table.index(['delegate', 'until_at'], 'delegations_by_delegate');
    table.index(['delegator', 'until_at'], 'delegations_by_delegator');
    table.index(['until_at'], 'delegations_by_end');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('delegations');
  await knex.schema.dropTable('plan_approvers');
  await knex.raw('drop index plans_expiring');
  // By hand: knex would copy the tables of SQLite, which other tables refer to.
  for (const [table, column] of [
    ['plan_decisions', 'on_behalf_of'],
    ['plan_decisions', 'step'],
    ['plans', 'expires_at'],
    ['plans', 'asked'],
  ]) {
    await knex.raw(`alter table ${table} drop column ${column}`);
  }
};
