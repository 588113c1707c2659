/**
 * Offers that move into another catalogue: where each was made, and in which catalogue each span of it is served.
 */

exports.up = async function up(knex) {
  await knex.schema.alterTable('offers', table => {
    table.string('made_in', 63).notNullable().defaultTo('');
  });
  await knex('offers').update({ made_in: knex.ref('catalogue') });
  await knex.schema.alterTable('listed_spans', table => {
    table.string('catalogue', 63).notNullable().defaultTo('');
  });
  await knex('listed_spans').update({
    catalogue: knex.raw('(select o.catalogue from offers as o where o.id = listed_spans.offer_id)'),
  });
  await knex.schema.alterTable('structure_changes', table => {
    table.index(['target', 'kind', 'starts_at'], 'structure_changes_by_target');
  });
};

exports.down = async function down(knex) {
  const moved = knex('structure_changes').where({ kind: 'offer-move' });
  const [{ count }] = await moved.clone().count({ count: '*' });
  if (Number(count) > 0) {
    // The release before knows no moves: it finds each offer where it was made, and lists all of them anew.
    await moved.delete();
    await knex('structure_state').where({ id: 1 }).increment('revision', 1);
    await knex('offers').update({ catalogue: knex.ref('made_in') });
    await knex('turns').where({ kind: 'moved' }).delete();
    await knex('listing_state').where({ id: 1 }).update({ version: 0, rebuilt_to: '' });
  }
  await knex('plan_changes').where({ kind: 'offer-move' }).delete();
  await knex.raw('drop index structure_changes_by_target');
  // Not through knex: on SQLite it would copy the tables, to which others refer.
  await knex.raw('alter table listed_spans drop column catalogue');
  await knex.raw('alter table offers drop column made_in');
};
