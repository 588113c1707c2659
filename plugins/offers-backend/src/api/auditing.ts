import {
  AuditorServiceEvent,
  AuditorServiceEventSeverityLevel,
} from '@backstage/backend-plugin-api';
import { Operation, OperationId, operations } from '@offerdesk/backstage-plugin-offers-common';
import { Request } from 'express';
import { Context } from '../context';
import { codeOfError } from './errors';

/**
 * How much an operation matters to those who watch over security. What changes something and is not named
 * here is `medium`; `low` is not shown by Backstage unless the log level is `debug`.
 */
export const operationSeverity: Partial<Record<OperationId, AuditorServiceEventSeverityLevel>> = {
  breakGlass: 'high',
  createDelegation: 'high',
  decide: 'high',
  releasePlan: 'high',
  suspendOffer: 'high',
  rollBackOffer: 'high',
  exportAudit: 'high',
  claimDeliveries: 'low',
  settleDelivery: 'low',
  acceptLinkCode: 'high',
  completeSlackLink: 'high',
  removeSlackLink: 'high',
  endSlackLink: 'high',
  putSlackInstallation: 'high',
  removeSlackInstallation: 'high',
};

/** Reads that tell about other people, and when they do. */
const sensitiveReads: Partial<Record<OperationId, (req: Request) => boolean>> = {
  audit: () => true,
  checkAudit: () => true,
  exportAudit: () => true,
  listSlackLinks: () => true,
  explainOffer: req => 'viewer' in req.query,
  previewDraft: () => true,
};

/** Whether a request for an operation is one for the auditor. */
function isSecurityRelevant(id: OperationId, req: Request): boolean {
  const { method }: Operation = operations[id];
  return method !== 'get' || (sensitiveReads[id]?.(req) ?? false);
}

/**
 * Tells Backstage's auditor of an operation, where it is one for security: who, from where, and whether it
 * was done or refused, with the code of the refusal. Nothing of what was sent or answered is told. The log
 * of the product is the record; an auditor that fails stops no work.
 */
export async function audited(
  ctx: Pick<Context, 'auditor' | 'logger'>,
  id: OperationId,
  req: Request,
  work: () => Promise<void>,
): Promise<void> {
  if (!isSecurityRelevant(id, req)) {
    await work();
    return;
  }
  const event = await begun(ctx, id, req);
  try {
    await work();
  } catch (error) {
    const code = codeOfError(error);
    // Not the error itself: the message of a database repeats what was written.
    await told(ctx, () => event?.fail({ error: new Error(code), meta: { code } }));
    throw error;
  }
  await told(ctx, () => event?.success());
}

async function begun(
  ctx: Pick<Context, 'auditor' | 'logger'>,
  id: OperationId,
  req: Request,
): Promise<AuditorServiceEvent | undefined> {
  return told(ctx, () =>
    ctx.auditor.createEvent({
      eventId: id.replace(/[A-Z]/g, capital => `-${capital.toLowerCase()}`),
      severityLevel: operationSeverity[id] ?? 'medium',
      request: req,
    }),
  );
}

async function told<T>(
  { logger }: Pick<Context, 'logger'>,
  tell: () => Promise<T> | undefined,
): Promise<T | undefined> {
  try {
    return await tell();
  } catch (error) {
    logger.warn(`The auditor could not be told: ${error instanceof Error ? error.name : 'error'}`);
    return undefined;
  }
}
