/**
 * What a new delegation and a plan that is asked for take turns by: each looks for the other in what is stored, and without a
 * lock both could look before either is.
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('delegation_state', table => {
    table.integer('id').primary();
  });
  await knex('delegation_state').insert({ id: 1 });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('delegation_state');
};
