import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { aPortal, refusalOf } from '../__testUtils__/portal';
import { policyOf } from '../__testUtils__/services';
import { aDraft, completeContent } from '../__testUtils__/stories';

it('judges whom a policy narrows before it waits for the lock of an offer that is not theirs', async () => {
  const portal = await aPortal('better-sqlite3', { inProcess: true });
  const offer = await aDraft(portal);
  const allowing = policyOf(AuthorizeResult.ALLOW);
  const narrowed = await aPortal('better-sqlite3', {
    database: portal.database,
    inProcess: true,
    permissions: {
      ...allowing,
      authorizeConditional: async requests =>
        requests.map(({ permission }) => ({
          result: /update/.test(permission.name) ? AuthorizeResult.DENY : AuthorizeResult.ALLOW,
        })),
    },
  });
  const begun: string[] = [];
  narrowed.ctx.db.knex.on('query', ({ sql }: { sql: string }) => {
    if (/^begin/i.test(sql)) begun.push(sql);
  });
  const edit = (at = narrowed) =>
    at.as('carla')('putDraft', {
      params: { id: offer.id },
      revision: offer.revision,
      body: { owner: offer.owner, content: completeContent() },
    });
  expect(await refusalOf(edit())).toEqual({ status: 403, code: 'not-allowed' });
  expect(begun).toEqual([]);
  await edit(portal);
  await narrowed.stop();
  await portal.stop();
});

it('[rule 6] answers who puts the same draft again, since the first answer was lost, as it did then', async () => {
  const portal = await aPortal('better-sqlite3', { inProcess: true });
  const offer = await aDraft(portal);
  const put = (changes = {}) =>
    portal.as('carla')('putDraft', {
      params: { id: offer.id },
      revision: offer.revision,
      body: { owner: offer.owner, content: completeContent(changes) },
    });
  const terms = { delivery: 'Within a week.', leadTimeDays: 5 };
  const first = await put({ terms });
  expect(await put({ terms })).toEqual(first);
  const other = { terms: { ...terms, leadTimeDays: 6 } };
  expect(await refusalOf(put(other))).toEqual({ status: 409, code: 'conflict' });
  await portal.stop();
});
