/**
 * The listing anew: a row for each principal and each time in which one version is served in one state; full
 * text; prices to sort by; counters for facets. The rows are filled by the plugin itself when it starts
 * (`rebuildListing`), since only its own code knows the rules.
 */

const isPostgres = knex => knex.client.config.client.includes('pg');

/** Byte order on every database, so that keyset cursors agree with the order of the page. */
const ordered = (knex, table, name) =>
  table.specificType(name, isPostgres(knex) ? 'text collate "C"' : 'text');

const FOREVER = '9999-12-31T23:59:59.999Z';

async function createListing(knex) {
  await knex.schema.createTable('listed', table => {
    table.string('offer_id', 36).notNullable();
    table.string('reader', 260).notNullable();
    table.string('starts_at', 24).notNullable();
    table.integer('number').notNullable();
    table.string('ends_at', 24).notNullable();
    ordered(knex, table, 'sort_key').notNullable();
    table.string('since', 24).notNullable();
    table.integer('lead_days').notNullable();
    table.string('catalogue', 63).notNullable();
    table.string('category', 63);
    table.string('interaction', 20).notNullable();
    table.string('owner', 255);
    table.string('provider', 255);
    table.string('state', 20).notNullable();
    table.integer('limited').notNullable();
    table.integer('ring');
    table.integer('outside').notNullable();
    table.primary(['offer_id', 'reader', 'starts_at', 'number']);
    table.index(['reader', 'sort_key', 'offer_id'], 'listed_by_title');
    table.index(['reader', 'category', 'sort_key', 'offer_id'], 'listed_by_category');
    table.index(['reader', 'owner', 'sort_key', 'offer_id'], 'listed_by_owner');
    table.index(['reader', 'provider', 'sort_key', 'offer_id'], 'listed_by_provider');
    table.index(['reader', 'since', 'offer_id'], 'listed_by_since');
    table.index(['reader', 'lead_days', 'sort_key', 'offer_id'], 'listed_by_lead_time');
  });
  // Most offers are available: only the others are looked for by their state.
  await knex.raw(
    "create index listed_by_state on listed (reader, state, sort_key, offer_id) where state <> 'available'",
  );
  await knex.schema.createTable('listed_prices', table => {
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('reader', 260).notNullable();
    table.string('currency', 3).notNullable();
    ordered(knex, table, 'price_key').notNullable();
    table.primary(['offer_id', 'number', 'reader', 'currency']);
    table.index(['reader', 'currency', 'price_key', 'offer_id'], 'listed_prices_by_price');
  });
  await knex.schema.createTable('listed_rings', table => {
    table.string('offer_id', 36).notNullable();
    table.integer('ring').notNullable();
    table.integer('buckets').notNullable();
    table.bigInteger('a').notNullable();
    table.bigInteger('b').notNullable();
    table.primary(['offer_id', 'ring']);
  });
  await knex.schema.createTable('listed_ring_principals', table => {
    table.string('offer_id', 36).notNullable();
    table.integer('ring').notNullable();
    table.string('principal', 255).notNullable();
    table.primary(['offer_id', 'ring', 'principal']);
  });
  await knex.schema.createTable('listing_state', table => {
    table.integer('id').primary();
    table.integer('version').notNullable();
    table.string('rebuilt_to', 36).notNullable();
  });
  await knex('listing_state').insert({ id: 1, version: 0, rebuilt_to: '' });
}

async function createTexts(knex) {
  const postgres = isPostgres(knex);
  await knex.schema.createTable('offer_search', table => {
    table.increments('seq');
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('fingerprint', 64).notNullable();
    table.text('keys').notNullable();
    table.text('title').notNullable();
    table.text('labels').notNullable();
    table.text('summary').notNullable();
    table.text('body').notNullable();
    if (postgres) table.specificType('words', 'tsvector').notNullable();
    table.unique(['offer_id', 'number'], { indexName: 'offer_search_by_version' });
  });
  if (postgres) {
    await knex.raw('create index offer_search_by_word on offer_search using gin (words)');
    return;
  }
  const columns = 'keys, title, labels, summary, body';
  const values = row => columns.replace(/\w+/g, column => `${row}.${column}`);
  const forget = `insert into offer_fts (offer_fts, rowid, ${columns}) values ('delete', old.seq, ${values('old')});`;
  const learn = `insert into offer_fts (rowid, ${columns}) values (new.seq, ${values('new')});`;
  await knex.raw(
    `create virtual table offer_fts using fts5 (${columns}, content = 'offer_search', content_rowid = 'seq', tokenize = 'ascii', prefix = '2 3')`,
  );
  for (const [event, body] of [
    ['insert', learn],
    ['delete', forget],
    ['update', `${forget} ${learn}`],
  ]) {
    await knex.raw(
      `create trigger offer_search_${event} after ${event} on offer_search begin ${body} end`,
    );
  }
}

exports.up = async function up(knex) {
  await knex.schema.dropTable('listing');
  await createListing(knex);
  await createTexts(knex);
  // What denies somebody is read at once, where a planner prefers that to a look for each row.
  await knex.schema.alterTable('listing_denied', table => {
    table.index(['principal', 'offer_id', 'number'], 'listing_denied_by_principal');
  });
  await knex.schema.alterTable('offer_links', table => {
    table.string('dangling_since', 24);
  });
  await knex.raw('alter table listing_cards drop column search_text');
  await knex.raw('alter table offers drop column search_text');
};

exports.down = async function down(knex) {
  await knex.schema.createTable('listing', table => {
    table.string('principal', 255).notNullable();
    ordered(knex, table, 'sort_key').notNullable();
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('catalogue', 63).notNullable();
    table.string('category', 63);
    table.string('interaction', 20).notNullable();
    table.string('owner', 255);
    table.string('valid_from', 24).notNullable();
    table.string('valid_until', 24);
    table.primary(['principal', 'offer_id', 'number']);
    table.index(['principal', 'sort_key', 'offer_id'], 'listing_by_title');
    table.index(['principal', 'category', 'sort_key', 'offer_id'], 'listing_by_category');
    table.index(['offer_id', 'number'], 'listing_by_version');
  });
  await knex.raw(`insert into listing
    select replace(reader, 'past ', ''), sort_key, offer_id, number, catalogue, category, interaction, owner,
      min(starts_at), case when max(ends_at) = '${FOREVER}' then null else max(ends_at) end
    from listed where outside = 0
    group by replace(reader, 'past ', ''), sort_key, offer_id, number, catalogue, category, interaction, owner`);
  await knex.raw('drop index listing_denied_by_principal');
  await knex.raw('alter table offer_links drop column dangling_since');
  for (const table of ['offers', 'listing_cards']) {
    await knex.raw(`alter table ${table} add column search_text text not null default ''`);
  }
  await knex.raw(
    "update offers set search_text = lower(title || '\n' || summary || '\n' || name || '\n' || coalesce(category, ''))",
  );
  await knex.raw(
    "update listing_cards set search_text = coalesce((select search_text from offers where offers.id = listing_cards.offer_id), '')",
  );
  if (!isPostgres(knex)) await knex.raw('drop table offer_fts');
  for (const table of [
    'offer_search',
    'listing_state',
    'listed_ring_principals',
    'listed_rings',
    'listed_prices',
    'listed',
  ]) {
    await knex.schema.dropTable(table);
  }
};
