/**
 * Announcements by hand, corrections of what was announced, how people want to hear in person, and the digests of
 * those who want them.
 */

exports.up = async function up(knex) {
  await knex.schema.alterTable('announcements', table => {
    table.dropUnique(['offer_id', 'number', 'kind']);
    // What was announced by hand can be announced again: each time is an occasion of its own.
    table.string('occasion', 36).notNullable().defaultTo('');
    table.text('text');
    table.string('created_by', 255);
    table.string('created_at', 24);
  });
  await knex.schema.alterTable('announcements', table => {
    table.unique(['offer_id', 'number', 'kind', 'occasion']);
  });
  await knex.schema.createTable('announcement_corrections', table => {
    table.string('id', 36).primary();
    table.string('announcement_id', 36).notNullable().references('announcements.id');
    table.text('note').notNullable();
    table.string('corrected_at', 24).notNullable();
    table.string('corrected_by', 255).notNullable();
    table.index(['announcement_id', 'corrected_at'], 'announcement_corrections_by_announcement');
  });
  // When people, each by their own wish, are to hear of an announcement.
  await knex.schema.createTable('announcement_turns', table => {
    table.string('announcement_id', 36).notNullable().references('announcements.id');
    table.string('due_at', 24).notNullable();
    table.integer('done').notNullable();
    table.primary(['announcement_id', 'due_at']);
  });
  await knex.raw(
    'create index announcement_turns_due on announcement_turns (due_at) where done = 0',
  );
  await knex.schema.createTable('announcement_readers', table => {
    table.string('person', 255).primary();
    table.string('id', 36).notNullable();
    table.string('zone', 64).notNullable();
    table.string('digest_time', 5).notNullable();
    table.integer('weekday').notNullable();
    table.string('daily_at', 24);
    table.string('weekly_at', 24);
    table.index(['daily_at'], 'announcement_readers_daily');
    table.index(['weekly_at'], 'announcement_readers_weekly');
  });
  await knex.schema.createTable('announcement_wishes', table => {
    table.string('person', 255).notNullable();
    table.string('kind', 20).notNullable();
    table.string('mode', 10).notNullable();
    table.primary(['person', 'kind']);
    table.index(['kind', 'mode', 'person'], 'announcement_wishes_by_kind');
  });
  await knex.schema.createTable('digest_items', table => {
    table.string('person', 255).notNullable();
    table.string('announcement_id', 36).notNullable().references('announcements.id');
    table.string('mode', 10).notNullable();
    table.string('added_at', 24).notNullable();
    table.string('digest', 200);
    table.primary(['person', 'announcement_id']);
    table.index(['digest'], 'digest_items_by_digest');
  });
};

exports.down = async function down(knex) {
  for (const table of [
    'digest_items',
    'announcement_wishes',
    'announcement_readers',
    'announcement_turns',
    'announcement_corrections',
  ]) {
    await knex.schema.dropTable(table);
  }
  // Those by hand have no place in what was before, nor what was sent of them.
  const byHand = knex('announcements').whereNot('occasion', '').select('id');
  await knex('deliveries').whereIn('announcement_id', byHand).delete();
  await knex('deliveries').whereIn('kind', ['digest', 'correction-note']).delete();
  await knex('announcements').whereNot('occasion', '').delete();
  await knex.schema.alterTable('announcements', table => {
    table.dropUnique(['offer_id', 'number', 'kind', 'occasion']);
  });
  for (const column of ['occasion', 'text', 'created_by', 'created_at']) {
    // Not through knex: on SQLite it would copy the table, which others refer to.
    await knex.raw('alter table announcements drop column ??', [column]);
  }
  await knex.schema.alterTable('announcements', table => {
    table.unique(['offer_id', 'number', 'kind']);
  });
};
