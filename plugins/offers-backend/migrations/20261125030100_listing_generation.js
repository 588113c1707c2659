/**
 * Whether the listing changed since somebody looked: a number that each transaction raises which changes it. And the
 * instants at which time alone changes what is listed, so that the next one is found at once.
 */

exports.up = async function up(knex) {
  await knex.schema.alterTable('listing_state', table => {
    table.integer('generation').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('segments', table => {
    table.index(['starts_at'], 'segments_by_start');
    table.index(['ends_at'], 'segments_by_end');
  });
};

exports.down = async function down(knex) {
  await knex.schema.alterTable('segments', table => {
    table.dropIndex(['starts_at'], 'segments_by_start');
    table.dropIndex(['ends_at'], 'segments_by_end');
  });
  await knex.raw('alter table listing_state drop column generation');
};
