/**
 * Price lists and parties that are kept once, and which versions refer to them.
 *
 * What an entry says is JSON: it is copied into drafts whole, and looked up by its id alone.
 */

const isPostgres = knex => knex.client.config.client.includes('pg');

/** Byte order on every database, so that keyset cursors agree with the order of the page. */
const ordered = (knex, table, name) =>
  table.specificType(name, isPostgres(knex) ? 'text collate "C"' : 'text');

exports.up = async function up(knex) {
  await knex.schema.createTable('kept_references', table => {
    table.string('kind', 12).notNullable();
    ordered(knex, table, 'id').notNullable();
    table.text('said').notNullable();
    table.string('retired_at', 24);
    table.integer('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 255).notNullable();
    table.primary(['kind', 'id']);
  });
  // No key to the entry itself: a draft may refer to what does not exist yet.
  await knex.schema.createTable('version_references', table => {
    table.string('kind', 12).notNullable();
    table.string('reference', 63).notNullable();
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.primary(['kind', 'reference', 'offer_id', 'number']);
    table.index(['offer_id', 'number'], 'version_references_by_version');
    table.foreign(['offer_id', 'number']).references(['offer_id', 'number']).on('offer_versions');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('version_references');
  await knex.schema.dropTable('kept_references');
};
