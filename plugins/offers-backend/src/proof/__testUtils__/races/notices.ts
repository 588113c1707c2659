import { aDraft, aSubmittedPlan } from '../../../__testUtils__/stories';
import { Notifier, showNotices } from '../../../announcements/notices';
import { counted, Race } from './race';

/** Replicas that show the same messages in the portal. */
export const noticeRace: Race = {
  name: 'notices in the portal',
  async prepare({ first }) {
    const { knex } = first.ctx.db;
    // What came before has been shown.
    await knex('deliveries').whereNotNull('notice').update({ notice: 'shown' });
    await aSubmittedPlan(first, await aDraft(first));
    const scopes: string[] = [];
    const listening: Notifier = {
      send: async ({ payload }) => {
        scopes.push(payload.scope ?? '');
      },
    };
    const due = await counted(
      knex('deliveries')
        .where({ notice: 'due' })
        .where('due_at', '<=', first.clock.now().toISOString()),
    );
    return {
      contend: portal => showNotices(portal.ctx, listening),
      done: async () => {
        const isOnce = new Set(scopes).size === scopes.length;
        // A replica whose connection was cut has claimed what it did not send: others do when its lease is over.
        first.clock.pass(120);
        await showNotices(first.ctx, listening);
        return isOnce ? new Set(scopes).size : -1;
      },
      once: due,
    };
  },
};
