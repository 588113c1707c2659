/**
 * Catalogues, the category tree and views as changes with their dates; where each version is served, without readers,
 * for counting what a change touches; and the tags by which views look for offers.
 */

/** Cards that are read at once. */
const BATCH = 500;

exports.up = async function up(knex) {
  await knex.schema.createTable('structure_changes', table => {
    table.increments('seq');
    table.string('kind', 40).notNullable();
    table.string('target', 63).notNullable();
    table.text('body').notNullable();
    table.string('starts_at', 24).notNullable();
    table.string('plan_id', 36).references('plans.id');
    table.string('recorded_at', 24).notNullable();
    table.string('recorded_by', 255).notNullable();
    table.index(['starts_at', 'seq'], 'structure_changes_by_date');
  });
  await knex.schema.createTable('structure_state', table => {
    table.integer('id').primary();
    table.integer('revision').notNullable();
  });
  await knex('structure_state').insert({ id: 1, revision: 0 });
  await knex.schema.createTable('listed_spans', table => {
    table.string('offer_id', 36).notNullable();
    table.string('starts_at', 24).notNullable();
    table.integer('number').notNullable();
    table.string('ends_at', 24).notNullable();
    table.string('category', 63);
    table.string('provider', 255);
    table.primary(['offer_id', 'starts_at', 'number']);
    table.index(['category', 'ends_at', 'offer_id'], 'listed_spans_by_category');
  });
  await knex.raw(`insert into listed_spans (offer_id, starts_at, number, ends_at, category, provider)
    select offer_id, starts_at, number, max(ends_at), max(category), max(provider)
    from listed group by offer_id, starts_at, number`);
  await knex.schema.createTable('listed_tags', table => {
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('tag', 50).notNullable();
    table.primary(['offer_id', 'number', 'tag']);
  });
  await fillTags(knex);
};

async function fillTags(knex) {
  for (let after = ['', 0]; ;) {
    const cards = await knex('listing_cards')
      .whereRaw('(offer_id, number) > (?, ?)', after)
      .orderBy(['offer_id', 'number'])
      .limit(BATCH)
      .select('offer_id', 'number', 'card');
    const last = cards.at(-1);
    if (!last) return;
    const rows = cards.flatMap(({ offer_id, number, card }) => {
      const tags = (JSON.parse(card).tags ?? []).map(tag => tag.toLowerCase());
      return [...new Set(tags)].map(tag => ({ offer_id, number, tag }));
    });
    for (let start = 0; start < rows.length; start += BATCH) {
      await knex('listed_tags').insert(rows.slice(start, start + BATCH));
    }
    after = [last.offer_id, last.number];
  }
}

exports.down = async function down(knex) {
  for (const table of ['listed_tags', 'listed_spans', 'structure_state', 'structure_changes']) {
    await knex.schema.dropTable(table);
  }
};
