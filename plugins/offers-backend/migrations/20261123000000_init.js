/**
 * The first schema: offers with versions, what consumers list, plans with decisions, announcements with
 * deliveries, the audit log, idempotency keys and imports.
 *
 * Instants are text in one form (UTC, milliseconds), so that text order is time order on every database.
 */

const isPostgres = knex => knex.client.config.client.includes('pg');

/** Byte order on every database, so that keyset cursors agree with the order of the page. */
const ordered = (knex, table, name) =>
  table.specificType(name, isPostgres(knex) ? 'text collate "C"' : 'text');

const REFUSED = {
  published_version: 'a published version is never altered or destroyed',
  audit: 'the audit log can only grow',
};

async function refuseChanges(knex, { name, table, event, when, message }) {
  if (isPostgres(knex)) {
    await knex.raw(
      `create or replace function ${name}_refuse() returns trigger language plpgsql as $$ begin raise exception '${message}'; end $$`,
    );
    await knex.raw(
      `create trigger ${name} before ${event} on ${table} for each row ${when ? `when (${when})` : ''} execute function ${name}_refuse()`,
    );
    return;
  }
  await knex.raw(
    `create trigger ${name} before ${event} on ${table} for each row ${when ? `when ${when}` : ''} begin select raise(abort, '${message}'); end`,
  );
}

async function createOffers(knex) {
  await knex.schema.createTable('offers', table => {
    table.string('id', 36).primary();
    table.string('name', 100).notNullable().unique();
    table.string('catalogue', 63).notNullable();
    table.string('interaction', 20).notNullable();
    table.string('owner', 255);
    table.string('category', 63);
    table.text('title').notNullable();
    table.text('summary').notNullable();
    ordered(knex, table, 'sort_key').notNullable();
    table.text('search_text').notNullable();
    table.integer('missing').notNullable();
    table.string('source_id', 63);
    table.string('source_key', 255);
    table.text('source_content');
    table.integer('revision').notNullable();
    table.string('created_at', 24).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 255).notNullable();
    table.unique(['source_id', 'source_key']);
    table.index(['sort_key', 'id'], 'offers_by_title');
    table.index(['owner', 'sort_key', 'id'], 'offers_by_owner');
  });
  await knex.schema.createTable('offer_versions', table => {
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.integer('number').notNullable();
    table.string('status', 10).notNullable();
    table.text('content').notNullable();
    table.string('content_hash', 64).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('updated_by', 255).notNullable();
    table.string('valid_from', 24);
    table.string('valid_until', 24);
    table.string('published_at', 24);
    table.string('published_by', 255);
    table.primary(['offer_id', 'number']);
  });
  await knex.schema.createTable('version_authors', table => {
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('author', 255).notNullable();
    table.primary(['offer_id', 'number', 'author']);
    table.foreign(['offer_id', 'number']).references(['offer_id', 'number']).on('offer_versions');
  });
}

async function createListing(knex) {
  await knex.schema.createTable('listing_cards', table => {
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.text('card').notNullable();
    table.text('access').notNullable();
    table.text('search_text').notNullable();
    table.primary(['offer_id', 'number']);
    table.foreign(['offer_id', 'number']).references(['offer_id', 'number']).on('offer_versions');
  });
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
  await knex.schema.createTable('listing_denied', table => {
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('principal', 255).notNullable();
    table.primary(['offer_id', 'number', 'principal']);
  });
  await knex.schema.createTable('offer_links', table => {
    table.string('entity_ref', 255).notNullable();
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.primary(['entity_ref', 'offer_id', 'number']);
    table.index(['offer_id', 'number'], 'offer_links_by_version');
  });
}

async function createPlans(knex) {
  await knex.schema.createTable('plans', table => {
    table.string('id', 36).primary();
    table.string('scenario', 20).notNullable();
    table.text('title').notNullable();
    table.text('note').notNullable();
    table.string('state', 20).notNullable();
    table.string('release_at', 24).notNullable();
    table.string('release_zone', 64).notNullable();
    table.integer('round').notNullable();
    table.string('content_hash', 64).notNullable();
    table.text('impact').notNullable();
    table.integer('revision').notNullable();
    table.string('created_by', 255).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.string('submitted_by', 255);
    table.string('submitted_at', 24);
    table.string('released_by', 255);
    table.string('released_at', 24);
    table.index(['updated_at', 'id'], 'plans_by_change');
    table.index(['state', 'updated_at', 'id'], 'plans_by_state');
  });
  await knex.schema.createTable('plan_offers', table => {
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.integer('number').notNullable();
    table.integer('position').notNullable();
    table.integer('under_way').notNullable();
    table.primary(['plan_id', 'offer_id']);
    table.index(['offer_id', 'plan_id'], 'plan_offers_by_offer');
  });
  await knex.raw(
    'create unique index plan_offers_under_way on plan_offers (offer_id) where under_way = 1',
  );
  await knex.schema.createTable('plan_authors', table => {
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('author', 255).notNullable();
    table.primary(['plan_id', 'author']);
  });
  await knex.schema.createTable('plan_decisions', table => {
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('content_hash', 64).notNullable();
    table.string('decider', 255).notNullable();
    table.string('verdict', 20).notNullable();
    table.text('reason');
    table.string('surface', 20).notNullable();
    table.string('at', 24).notNullable();
    table.primary(['plan_id', 'content_hash', 'decider']);
  });
}

async function createAnnouncements(knex) {
  await knex.schema.createTable('announcements', table => {
    table.string('id', 36).primary();
    table.string('offer_id', 36).notNullable();
    table.integer('number').notNullable();
    table.string('kind', 20).notNullable();
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('due_at', 24).notNullable();
    table.unique(['offer_id', 'number', 'kind']);
    table.foreign(['offer_id', 'number']).references(['offer_id', 'number']).on('offer_versions');
  });
  await knex.schema.createTable('deliveries', table => {
    table.increments('seq');
    table.string('id', 36).notNullable().unique();
    table.string('key', 200).notNullable().unique();
    table.string('lane', 200).notNullable();
    table.string('kind', 20).notNullable();
    table.string('act', 10).notNullable();
    table.string('target_kind', 10).notNullable();
    table.string('target', 255).notNullable();
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('announcement_id', 36).references('announcements.id');
    table.string('base_id', 36);
    table.text('detail').notNullable();
    table.string('state', 10).notNullable();
    table.string('due_at', 24).notNullable();
    table.integer('attempts').notNullable();
    table.integer('may_have_posted').notNullable();
    table.string('first_attempt_at', 24);
    table.string('worker', 100);
    table.string('token', 36);
    table.string('lease_until', 24);
    table.string('message_channel', 100);
    table.string('message_ts', 100);
    table.text('error');
    table.string('sent_at', 24);
    table.string('created_at', 24).notNullable();
    table.index(['plan_id', 'seq'], 'deliveries_by_plan');
    table.index(['base_id'], 'deliveries_by_base');
  });
  // Only what is still to be sent is looked at again and again; the rest never enters these indexes.
  await knex.raw(
    "create index deliveries_due on deliveries (due_at, seq) where state in ('pending', 'unclear', 'claimed')",
  );
  await knex.raw(
    "create index deliveries_lane on deliveries (lane, seq) where state in ('pending', 'unclear', 'claimed')",
  );
}

async function createRecords(knex) {
  await knex.schema.createTable('audit', table => {
    table.integer('seq').primary();
    table.string('at', 24).notNullable();
    table.string('actor', 255).notNullable();
    table.string('surface', 20).notNullable();
    table.string('action', 60).notNullable();
    table.string('subject_kind', 20).notNullable();
    table.string('subject_id', 100).notNullable();
    table.text('reason');
    table.text('change').notNullable();
    table.string('previous_hash', 64).notNullable();
    table.string('hash', 64).notNullable();
    table.index(['subject_kind', 'subject_id', 'seq'], 'audit_by_subject');
  });
  await knex.schema.createTable('audit_head', table => {
    table.integer('id').primary();
    table.integer('seq').notNullable();
    table.string('hash', 64).notNullable();
  });
  await knex('audit_head').insert({ id: 1, seq: 0, hash: '0'.repeat(64) });
  await knex.schema.createTable('idempotency', table => {
    table.string('caller', 255).notNullable();
    table.string('key', 255).notNullable();
    table.string('request_hash', 64).notNullable();
    table.text('response');
    table.string('created_at', 24).notNullable();
    table.primary(['caller', 'key']);
    table.index(['created_at'], 'idempotency_by_age');
  });
  await knex.schema.createTable('imports', table => {
    table.increments('seq');
    table.string('id', 36).notNullable().unique();
    table.string('source_id', 63).notNullable();
    table.string('at', 24).notNullable();
    table.string('actor', 255).notNullable();
    table.text('report').notNullable();
    table.index(['source_id', 'seq'], 'imports_by_source');
  });
}

exports.up = async function up(knex) {
  await createOffers(knex);
  await createListing(knex);
  await createPlans(knex);
  await createAnnouncements(knex);
  await createRecords(knex);
  const published = "old.status = 'published'";
  await refuseChanges(knex, {
    name: 'published_version_kept',
    table: 'offer_versions',
    event: 'update',
    when: published,
    message: REFUSED.published_version,
  });
  await refuseChanges(knex, {
    name: 'published_version_stays',
    table: 'offer_versions',
    event: 'delete',
    when: published,
    message: REFUSED.published_version,
  });
  await refuseChanges(knex, {
    name: 'audit_kept',
    table: 'audit',
    event: 'update',
    message: REFUSED.audit,
  });
  await refuseChanges(knex, {
    name: 'audit_stays',
    table: 'audit',
    event: 'delete',
    message: REFUSED.audit,
  });
};

exports.down = async function down(knex) {
  const tables = [
    'imports',
    'idempotency',
    'audit_head',
    'audit',
    'deliveries',
    'announcements',
    'plan_decisions',
    'plan_authors',
    'plan_offers',
    'plans',
    'offer_links',
    'listing_denied',
    'listing',
    'listing_cards',
    'version_authors',
    'offer_versions',
    'offers',
  ];
  for (const table of tables) await knex.schema.dropTable(table);
  if (isPostgres(knex)) {
    for (const name of [
      'published_version_kept',
      'published_version_stays',
      'audit_kept',
      'audit_stays',
    ]) {
      await knex.raw(`drop function if exists ${name}_refuse()`);
    }
  }
};
