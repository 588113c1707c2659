/**
 * The two orders that most lists are read in answer from their index alone: it also holds what a page is filtered
 * by and shows of a row. Without that each row of a range was looked up in the table, at a page of disk each.
 */

const isPostgres = knex => knex.client.config.client.includes('pg');

const KEYS = {
  listed_by_title: ['reader', 'sort_key', 'offer_id'],
  listed_by_category: ['reader', 'category', 'sort_key', 'offer_id'],
};

/** What is filtered first, then what is shown. */
const COVERED = [
  ...['interaction', 'starts_at', 'ends_at', 'limited', 'ring', 'outside'],
  ...['number', 'state'],
];

exports.up = async function up(knex) {
  for (const [name, keys] of Object.entries(KEYS)) {
    await knex.raw(`drop index ${name}`);
    const columns = isPostgres(knex)
      ? `(${keys.join()}) include (${COVERED.join()})`
      : `(${[...keys, ...COVERED].join()})`;
    await knex.raw(`create index ${name} on listed ${columns}`);
  }
};

exports.down = async function down(knex) {
  for (const [name, keys] of Object.entries(KEYS)) {
    await knex.raw(`drop index ${name}`);
    await knex.schema.alterTable('listed', table => table.index(keys, name));
  }
};
