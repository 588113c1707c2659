/**
 * When which live offer has a health under 100 per cent, so that the managers' list finds it by that.
 */

exports.up = async function up(knex) {
  await knex.schema.createTable('health_spans', table => {
    table
      .string('offer_id', 36)
      .notNullable()
      .references('id')
      .inTable('offers')
      .onDelete('CASCADE');
    table.string('starts_at', 24).notNullable();
    table.string('ends_at', 24).notNullable();
    table.integer('percent').notNullable();
    table.primary(['offer_id', 'starts_at']);
    table.index(['percent', 'offer_id'], 'health_spans_by_percent');
  });
  // How far the offers that there were before have their health kept; done at the next start.
  await knex.schema.createTable('health_state', table => {
    table.integer('id').notNullable().primary();
    table.integer('version').notNullable();
    table.string('rebuilt_to', 36).notNullable();
  });
  await knex('health_state').insert({ id: 1, version: 0, rebuilt_to: '' });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('health_state');
  await knex.schema.dropTable('health_spans');
};
