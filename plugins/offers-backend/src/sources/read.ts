import { sourceImportPermission } from '@offerdesk/backstage-plugin-offers-common';
import { OfferSource, SourceError, SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { Actor, Context } from '../context';
import { Refusal } from '../refusal';

/** @throws Refusal `not-allowed` when the person does not import */
export async function requireImporter(ctx: Context, actor: Actor): Promise<void> {
  if (!actor.can.has('import')) throw new Refusal('not-allowed');
  await ctx.guard.require(actor.credentials, sourceImportPermission);
}

/**
 * Every row of a source as it is now; waits for it two minutes at most.
 * @throws Refusal `source-failed` when the source does not answer with a catalogue
 */
export async function readSource(ctx: Context, source: OfferSource): Promise<SourceRow[]> {
  try {
    return await source.read({ signal: AbortSignal.timeout(120_000) });
  } catch (error) {
    ctx.logger.warn(`The source ${source.id} could not be read: ${String(error)}`);
    throw new Refusal(
      'source-failed',
      error instanceof SourceError ? { message: error.message } : {},
    );
  }
}
