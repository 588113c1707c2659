/**
 * What is said about a plan: questions to its author, answers, remarks; and where the messages are in whose threads
 * they are said.
 */

exports.up = async function up(knex) {
  await knex.schema.createTable('plan_comments', table => {
    table.string('id', 36).primary();
    table.string('plan_id', 36).notNullable().references('plans.id');
    table.string('author', 255).notNullable();
    table.text('text').notNullable();
    table.string('answers', 36);
    table.string('surface', 16).notNullable();
    table.string('at', 24).notNullable();
    table.index(['plan_id', 'at', 'id'], 'plan_comments_in_order');
  });
  // A reply in a thread names the message that it answers, and nothing else.
  await knex.raw(
    'create index deliveries_by_message on deliveries (message_channel, message_ts) where message_ts is not null',
  );
};

exports.down = async function down(knex) {
  await knex.raw('drop index deliveries_by_message');
  await knex.schema.dropTable('plan_comments');
};
