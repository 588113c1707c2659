/** The tags by which managers find an offer: of what it says now, drafts too; filled from its latest version. */

/** How many offers are filled at a time; each has at most 30 tags, and SQLite takes at most 500 rows. */
const BATCH = 16;

exports.up = async function up(knex) {
  await knex.schema.createTable('managed_tags', table => {
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.string('tag', 50).notNullable();
    table.primary(['offer_id', 'tag']);
    table.index(['tag', 'offer_id'], 'managed_tags_by_tag');
  });
  let last = '';
  for (;;) {
    const ids = await knex('offers').where('id', '>', last).orderBy('id').limit(BATCH).pluck('id');
    if (ids.length === 0) return;
    await fill(knex, ids);
    last = ids[ids.length - 1];
  }
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('managed_tags');
};

async function fill(knex, ids) {
  const versions = await knex('offer_versions')
    .whereIn('offer_id', ids)
    .orderBy(['offer_id', 'number'])
    .select('offer_id', 'content');
  const latest = new Map(versions.map(({ offer_id, content }) => [offer_id, content]));
  const rows = [...latest].flatMap(([offer_id, content]) => {
    const { information } = JSON.parse(content);
    const tags = (information?.tags ?? []).map(tag => tag.toLowerCase());
    return [...new Set(tags)].map(tag => ({ offer_id, tag }));
  });
  if (rows.length > 0) await knex('managed_tags').insert(rows);
}
