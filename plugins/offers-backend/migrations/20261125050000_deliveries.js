/** What could not be delivered, for those who mend it: few rows of a long log. */

exports.up = async function up(knex) {
  await knex.raw("create index deliveries_failed on deliveries (seq) where state = 'failed'");
};

exports.down = async function down(knex) {
  await knex.raw('drop index deliveries_failed');
};
