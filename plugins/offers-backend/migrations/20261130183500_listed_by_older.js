/** Offers that a replica of an earlier release listed after a later one had listed all anew (decision 0048). */

exports.up = async function up(knex) {
  await knex.schema.createTable('listed_by_older', table => {
    table.string('offer_id', 36).primary().references('offers.id').onDelete('CASCADE');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('listed_by_older');
};
