/**
 * A version was stored with a hash of its content that nothing ever read: what is approved is hashed by its plan. It is not
 * written any more. The column stays for replicas of the release before, which still write it (decision 0048).
 */

const isPostgres = knex => knex.client.config.client.includes('pg');

exports.up = async function up(knex) {
  if (isPostgres(knex)) {
    await knex.raw("alter table offer_versions alter column content_hash set default ''");
    return;
  }
  // SQLite changes no column, and serves one process, so nobody writes beside. Not through knex: it would copy the table.
  await knex.raw('alter table offer_versions drop column content_hash');
  await knex.raw(
    "alter table offer_versions add column content_hash varchar(64) not null default ''",
  );
};

exports.down = async function down(knex) {
  if (isPostgres(knex)) {
    await knex.raw('alter table offer_versions alter column content_hash drop default');
  }
};
