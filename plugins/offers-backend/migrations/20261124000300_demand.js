/**
 * Demand, with the offers and entities that it names, and what made each of its revisions. A product release raises one demand: its product and
 * version are unique among them.
 */

exports.up = async function up(knex) {
  await knex.schema.createTable('demands', table => {
    table.string('id', 36).primary();
    table.string('kind', 20).notNullable();
    table.string('source', 20).notNullable();
    table.string('state', 20).notNullable();
    table.text('title').notNullable();
    table.text('description').notNullable();
    table.string('wanted_by', 24);
    table.string('wanted_zone', 64);
    table.text('reference');
    table.string('product', 255);
    table.string('product_version', 100);
    table.string('priority', 10);
    table.string('assignee', 255);
    table.text('triage_note').notNullable();
    table.text('declined_for');
    table.string('merged_into', 36).references('demands.id');
    table.string('plan_id', 36).references('plans.id');
    table.integer('revision').notNullable();
    table.string('requested_by', 255).notNullable();
    table.string('created_at', 24).notNullable();
    table.string('updated_at', 24).notNullable();
    table.unique(['product', 'product_version']);
    table.index(['updated_at', 'id'], 'demands_by_change');
    table.index(['state', 'updated_at', 'id'], 'demands_by_state');
    table.index(['requested_by', 'updated_at', 'id'], 'demands_by_requester');
    table.index(['assignee', 'updated_at', 'id'], 'demands_by_assignee');
    table.index(['plan_id'], 'demands_by_plan');
    table.index(['merged_into'], 'demands_by_merge');
  });
  await knex.schema.createTable('demand_offers', table => {
    table.string('demand_id', 36).notNullable().references('demands.id');
    table.string('offer_id', 36).notNullable().references('offers.id');
    table.integer('position').notNullable();
    table.primary(['demand_id', 'offer_id']);
    table.index(['offer_id', 'demand_id'], 'demand_offers_by_offer');
  });
  await knex.schema.createTable('demand_entities', table => {
    table.string('demand_id', 36).notNullable().references('demands.id');
    table.string('entity_ref', 255).notNullable();
    table.integer('position').notNullable();
    table.primary(['demand_id', 'entity_ref']);
    table.index(['entity_ref', 'demand_id'], 'demand_entities_by_entity');
  });
  await knex.schema.createTable('demand_history', table => {
    table.string('demand_id', 36).notNullable().references('demands.id');
    table.integer('revision').notNullable();
    table.string('at', 24).notNullable();
    table.string('actor', 255).notNullable();
    table.string('event', 20).notNullable();
    table.text('reason');
    table.primary(['demand_id', 'revision']);
  });
  // A product release looks through the drafts for its product; published versions stay out of its way.
  await knex.raw(
    "create index offer_versions_drafts on offer_versions (offer_id) where status = 'draft'",
  );
};

exports.down = async function down(knex) {
  await knex.raw('drop index offer_versions_drafts');
  await knex.schema.dropTable('demand_history');
  await knex.schema.dropTable('demand_entities');
  await knex.schema.dropTable('demand_offers');
  await knex.schema.dropTable('demands');
};
