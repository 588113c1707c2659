/**
 * The log is read latest first by whatever an auditor asks for: each filter has an index that ends in the
 * order of the page (instant, then number), so that a page costs the same however long the log is.
 */

/** Everything up to the dot of an action: the same expression, and so the same index, on every database. */
const AREA = "rtrim(action, 'abcdefghijklmnopqrstuvwxyz-')";

const INDEXES = {
  audit_by_instant: [],
  audit_by_subject: ['subject_id'],
  audit_by_kind: ['subject_kind'],
  audit_by_actor: ['actor'],
  audit_by_action: ['action'],
  audit_by_area: [AREA],
  audit_by_surface: ['surface'],
};

exports.up = async function up(knex) {
  await knex.raw('drop index audit_by_subject');
  for (const [name, columns] of Object.entries(INDEXES)) {
    await knex.raw(`create index ${name} on audit (${[...columns, 'at', 'seq'].join(', ')})`);
  }
};

exports.down = async function down(knex) {
  for (const name of Object.keys(INDEXES)) await knex.raw(`drop index ${name}`);
  await knex.schema.alterTable('audit', table => {
    table.index(['subject_kind', 'subject_id', 'seq'], 'audit_by_subject');
  });
};
