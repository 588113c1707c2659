/**
 * Product releases with their statuses: the history can only grow, since offers are explained as of any
 * instant by it. `status` and `since` of a release repeat its last entry, for lists.
 */

const isPostgres = knex => knex.client.config.client.includes('pg');

const TRIGGERS = {
  product_release_statuses_kept: 'update',
  product_release_statuses_stay: 'delete',
};
const REFUSED = 'the history of a product release can only grow';

async function refuseChanges(knex, name, event) {
  if (isPostgres(knex)) {
    await knex.raw(
      `create or replace function ${name}_refuse() returns trigger language plpgsql as $$ begin raise exception '${REFUSED}'; end $$`,
    );
    await knex.raw(
      `create trigger ${name} before ${event} on product_release_statuses for each row execute function ${name}_refuse()`,
    );
    return;
  }
  await knex.raw(
    `create trigger ${name} before ${event} on product_release_statuses for each row begin select raise(abort, '${REFUSED}'); end`,
  );
}

exports.up = async function up(knex) {
  await knex.schema.createTable('product_releases', table => {
    table.string('id', 36).primary();
    table.string('product', 255).notNullable();
    table.string('version', 100).notNullable();
    table.string('status', 20).notNullable();
    table.string('since', 24).notNullable();
    table.text('notes').notNullable();
    table.text('url');
    table.string('created_at', 24).notNullable();
    table.string('created_by', 255).notNullable();
    table.string('updated_at', 24).notNullable();
    table.unique(['product', 'version']);
    table.index(['updated_at', 'id'], 'product_releases_by_change');
    table.index(['product', 'updated_at', 'id'], 'product_releases_by_product');
    table.index(['status', 'updated_at', 'id'], 'product_releases_by_status');
  });
  await knex.schema.createTable('product_release_statuses', table => {
    table.string('release_id', 36).notNullable().references('product_releases.id');
    table.integer('seq').notNullable();
    table.string('status', 20).notNullable();
    table.string('at', 24).notNullable();
    table.string('actor', 255).notNullable();
    table.string('source', 20).notNullable();
    table.primary(['release_id', 'seq']);
  });
  for (const [name, event] of Object.entries(TRIGGERS)) await refuseChanges(knex, name, event);
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('product_release_statuses');
  await knex.schema.dropTable('product_releases');
  if (!isPostgres(knex)) return;
  for (const name of Object.keys(TRIGGERS)) {
    await knex.raw(`drop function if exists ${name}_refuse()`);
  }
};
