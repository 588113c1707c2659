/**
 * Quiet hours that a person has set for themselves, and what they hold back: a message that waits remembers when it was due, so that
 * it can go as soon as its reader wishes so.
 */

exports.up = async function up(knex) {
  await knex.schema.alterTable('announcement_readers', table => {
    table.string('quiet_from', 5);
    table.string('quiet_until', 5);
    table.integer('quiet_weekends');
  });
  await knex.schema.alterTable('deliveries', table => {
    table.string('held_from', 24);
  });
  await knex.raw('create index deliveries_held on deliveries (target) where held_from is not null');
};

exports.down = async function down(knex) {
  await knex.raw('drop index deliveries_held');
  // What waits for the end of somebody's own hours is due as it was: without them it would wait for nothing.
  await knex('deliveries')
    .whereNotNull('held_from')
    .update({ due_at: knex.ref('held_from') });
  // Not through knex: on SQLite it would copy the tables, which others refer to.
  await knex.raw('alter table deliveries drop column held_from');
  for (const column of ['quiet_weekends', 'quiet_until', 'quiet_from']) {
    await knex.raw('alter table announcement_readers drop column ??', [column]);
  }
};
