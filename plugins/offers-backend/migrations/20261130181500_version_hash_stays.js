/** The step of 15:04 took the column away where it ran before decision 0048: it comes back, so that all have one schema. */

exports.up = async function up(knex) {
  if (await knex.schema.hasColumn('offer_versions', 'content_hash')) return;
  await knex.raw(
    "alter table offer_versions add column content_hash varchar(64) not null default ''",
  );
};

exports.down = async function down() {};
