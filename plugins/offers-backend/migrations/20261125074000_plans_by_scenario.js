/** Finds plans by what they are for, alone and within a state, latest change first. */

exports.up = async function up(knex) {
  await knex.schema.alterTable('plans', table => {
    table.index(['scenario', 'updated_at', 'id'], 'plans_by_scenario');
    table.index(['state', 'scenario', 'updated_at', 'id'], 'plans_by_state_and_scenario');
  });
};

exports.down = async function down(knex) {
  await knex.schema.alterTable('plans', table => {
    table.dropIndex(['state', 'scenario', 'updated_at', 'id'], 'plans_by_state_and_scenario');
    table.dropIndex(['scenario', 'updated_at', 'id'], 'plans_by_scenario');
  });
};
