/** A version was stored with a hash of its content that nothing ever read: what is approved is hashed by its plan. */

exports.up = async function up(knex) {
  // Not through knex: on SQLite it would copy the table, which others refer to.
  await knex.raw('alter table offer_versions drop column content_hash');
};

exports.down = async function down(knex) {
  await knex.raw(
    "alter table offer_versions add column content_hash varchar(64) not null default ''",
  );
};
