/** The end that an announcement of it tells, so that a message that was sent is corrected when the end moves. */

exports.up = async function up(knex) {
  await knex.schema.alterTable('announcements', table => {
    table.string('tells_end', 24);
  });
  const lastEnd = knex('endings')
    .select('ends_at')
    .whereRaw('endings.offer_id = announcements.offer_id')
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1);
  await knex('announcements').where({ kind: 'ending' }).update({ tells_end: lastEnd });
};

exports.down = async function down(knex) {
  // Not through knex: on SQLite it would copy the table, which others refer to.
  await knex.raw('alter table announcements drop column ??', ['tells_end']);
};
