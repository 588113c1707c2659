/** How far the sweep of links came; one row, claimed by compare-and-set. */

exports.up = async function up(knex) {
  await knex.schema.createTable('link_sweep', table => {
    table.integer('id').primary();
    table.string('after_ref', 255).notNullable();
    table.integer('round').notNullable();
    table.string('checked_at', 24);
  });
  await knex('link_sweep').insert({ id: 1, after_ref: '', round: 0 });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('link_sweep');
};
