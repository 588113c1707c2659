/**
 * Whether a message to a person was also shown to them in the portal's notifications. What was written before this is not:
 * it was told long ago.
 */

exports.up = async function up(knex) {
  await knex.schema.alterTable('deliveries', table => {
    table.string('notice', 10);
    table.string('notice_token', 36);
    table.string('notice_lease', 24);
  });
  await knex.raw(
    "create index deliveries_to_notice on deliveries (due_at, seq) where notice in ('due', 'claimed')",
  );
};

exports.down = async function down(knex) {
  await knex.raw('drop index deliveries_to_notice');
  // Not through knex: on SQLite it would copy the table, which others refer to.
  for (const column of ['notice_lease', 'notice_token', 'notice']) {
    await knex.raw('alter table deliveries drop column ??', [column]);
  }
};
