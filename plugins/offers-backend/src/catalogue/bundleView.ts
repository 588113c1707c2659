import { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { Actor, Context } from '../context';
import { explainAll } from '../timeline/explaining';
import { livesOf } from '../timeline/reading';

/**
 * A bundle as a person may see it: the steps whose members they may see at the instant. A member outside their
 * audience leaves no trace, not even its id or what waits for it (rule 1).
 */
export async function bundleShownTo(
  ctx: Pick<Context, 'db'>,
  actor: Actor,
  bundle: Bundle,
  at: string,
): Promise<Bundle | undefined> {
  const ids = bundle.steps.map(({ offerId }) => offerId);
  const answers = await explainAll(ctx.db.knex, await livesOf(ctx.db.knex, ids), actor, at);
  const shown = bundle.steps.filter(({ offerId }) => answers.get(offerId)?.visible.answer);
  if (shown.length === 0) return undefined;
  const keys = new Set(shown.map(({ key }) => key));
  const choices = new Set(shown.map(({ choice }) => choice));
  return {
    ...bundle,
    steps: shown.map(step => ({ ...step, after: step.after.filter(key => keys.has(key)) })),
    choices: bundle.choices.filter(({ key }) => choices.has(key)),
  };
}
