/** The offers that people watch, and how many watch each: what the catalogue calls popular. */

/** More people than ever watch one offer: an index gives the most watched first, and those alike by title. */
const NOBODY = 1_000_000;

exports.up = async function up(knex) {
  await knex.schema.createTable('offer_watches', table => {
    table.string('person', 255).notNullable();
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.string('watched_at', 24).notNullable();
    table.primary(['person', 'offer_id']);
    table.index(['person', 'watched_at', 'offer_id'], 'offer_watches_by_person');
    table.index(['offer_id', 'person'], 'offer_watches_by_offer');
  });
  await knex.schema.alterTable('offers', table => {
    table.integer('watchers').notNullable().defaultTo(0);
  });
  await knex.schema.alterTable('listed', table => {
    table.integer('watch_rank').notNullable().defaultTo(NOBODY);
  });
  await knex.schema.alterTable('listed', table => {
    table.index(['reader', 'watch_rank', 'sort_key', 'offer_id'], 'listed_by_popularity');
  });
};

exports.down = async function down(knex) {
  await knex.raw('drop index listed_by_popularity');
  // Not through knex: on SQLite it would copy the tables, to which others refer.
  await knex.raw('alter table listed drop column watch_rank');
  await knex.raw('alter table offers drop column watchers');
  await knex.schema.dropTable('offer_watches');
};
