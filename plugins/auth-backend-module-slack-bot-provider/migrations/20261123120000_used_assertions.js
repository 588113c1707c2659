/**
 * The assertions of the Slack bot that were used, so that none is used twice.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('slack_bot_used_assertions', table => {
    table.comment('Assertions of the Slack bot that were used; the primary key refuses replays');
    table.string('jti', 64).primary().comment('Unique id of the assertion');
    table
      .string('forget_after', 24)
      .notNullable()
      .index('slack_bot_used_assertions_forget_after_idx')
      .comment('UTC instant, ISO 8601, after which the row may be removed');
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('slack_bot_used_assertions');
};
