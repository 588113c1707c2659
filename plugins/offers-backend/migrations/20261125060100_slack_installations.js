/** The installations of the Slack app, sealed by the bot: nobody reads a token from this table. */

exports.up = async function up(knex) {
  await knex.schema.createTable('slack_installations', table => {
    table.string('team_id', 32).primary();
    table.string('key_id', 64).notNullable();
    table.text('sealed').notNullable();
    table.string('updated_at', 24).notNullable();
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('slack_installations');
};
