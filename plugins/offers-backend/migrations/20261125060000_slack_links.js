/**
 * Which Slack account is which user of the portal. An account is one user, and a user has one account in a
 * workspace. A code is kept as its hash alone; a person or an account has one that counts.
 */

exports.up = async function up(knex) {
  await knex.schema.createTable('slack_links', table => {
    table.string('id', 36).primary();
    table.string('team_id', 32).notNullable();
    table.string('slack_user_id', 32).notNullable();
    table.string('slack_name', 200).notNullable();
    table.string('user_ref', 255).notNullable();
    table.string('linked_at', 24).notNullable();
    table.unique(['team_id', 'slack_user_id']);
    table.unique(['user_ref', 'team_id']);
  });
  await knex.schema.createTable('slack_link_codes', table => {
    table.string('hash', 64).primary();
    // Whose code it is: a user of the portal, or a Slack account written `team/user`.
    table.string('holder', 255).notNullable().unique();
    table.string('slack_name', 200).notNullable();
    table.string('expires_at', 24).notNullable();
    // What came of it, so that the same code of the same pair is the same link.
    table.string('link_id', 36);
    table.index(['expires_at'], 'slack_link_codes_by_end');
  });
};

exports.down = async function down(knex) {
  await knex.schema.dropTable('slack_link_codes');
  await knex.schema.dropTable('slack_links');
};
