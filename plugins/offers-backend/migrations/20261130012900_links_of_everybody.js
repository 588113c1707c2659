/** Finds a link by the Slack account alone: who looks after links knows the account, and not its workspace. */

exports.up = async function up(knex) {
  await knex.schema.alterTable('slack_links', table => {
    table.index(['slack_user_id', 'user_ref', 'team_id'], 'slack_links_by_account');
  });
};

exports.down = async function down(knex) {
  await knex.schema.alterTable('slack_links', table => {
    table.dropIndex(['slack_user_id', 'user_ref', 'team_id'], 'slack_links_by_account');
  });
};
