/** Finds what became of an announcement, whose list counts its deliveries by state. */

exports.up = async function up(knex) {
  await knex.raw(
    'create index deliveries_by_announcement on deliveries (announcement_id, act, state) where announcement_id is not null',
  );
};

exports.down = async function down(knex) {
  await knex.raw('drop index deliveries_by_announcement');
};
