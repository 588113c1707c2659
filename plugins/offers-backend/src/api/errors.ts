import { LoggerService } from '@backstage/backend-plugin-api';
import { Problem, ProblemCode } from '@offerdesk/backstage-plugin-offers-common';
import { ErrorRequestHandler, Response } from 'express';
import { isUnavailable } from '../database/failures';
import { Refusal } from '../refusal';

/** Errors of Backstage's own services that are refusals, by name. */
const BY_NAME: Readonly<Record<string, ProblemCode>> = {
  AuthenticationError: 'not-signed-in',
  NotAllowedError: 'not-allowed',
  InputError: 'invalid-input',
  NotFoundError: 'not-found',
  ServiceUnavailableError: 'unavailable',
};

/**
 * Turns what was thrown into an answer. Nothing of the database, a stack or a secret is told; what is
 * not a refusal goes to the log and to Backstage's own handler.
 */
export function problemAnswers(logger: LoggerService): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) {
      next(error);
      return;
    }
    const refusal = refusalOf(error);
    if (refusal) {
      answer(res, refusal);
      return;
    }
    if (isUnavailable(error)) {
      logger.warn(`The database cannot answer: ${nameOf(error)}`);
      res.setHeader('retry-after', '30');
      answer(res, new Refusal('unavailable'));
      return;
    }
    next(error);
  };
}

/** The code of what was thrown, as the caller is told it; `fault` is what is not a refusal. */
export function codeOfError(error: unknown): ProblemCode | 'fault' {
  return refusalOf(error)?.code ?? (isUnavailable(error) ? 'unavailable' : 'fault');
}

function answer(res: Response, refusal: Refusal): void {
  const problem: Problem = {
    error: {
      name: refusal.name,
      message: refusal.message,
      code: refusal.code,
      ...(refusal.fields.length > 0 ? { fields: refusal.fields } : {}),
    },
  };
  res.status(refusal.status).json(problem);
}

const UNREADABLE = {
  field: 'path',
  remedy: 'Encode the address as UTF-8, percent by percent, and the body as its headers say',
};

function refusalOf(error: unknown): Refusal | undefined {
  if (error instanceof Refusal) return error;
  const parser = parserRefusal(error);
  if (parser) return parser;
  const code = BY_NAME[nameOf(error)];
  if (code) return new Refusal(code);
  return isBadRequest(error) ? new Refusal('invalid-input', { fields: [UNREADABLE] }) : undefined;
}

/** What the body parser throws carries a `type`. */
function parserRefusal(error: unknown): Refusal | undefined {
  if (typeof error !== 'object' || error === null || !('type' in error)) return undefined;
  const remedy: Readonly<Record<string, string>> = {
    'entity.parse.failed': 'Send a JSON object',
    'entity.too.large': 'Send at most 1 MB',
    'charset.unsupported': 'Send UTF-8',
    'encoding.unsupported': 'Send the body without compression, or with gzip',
    'request.aborted': 'Send the whole body',
    'request.size.invalid': 'Send as many bytes as Content-Length says',
  };
  const words = remedy[String(error.type)];
  return words === undefined
    ? undefined
    : new Refusal('invalid-input', {
        message: `${words}.`,
        fields: [{ field: 'body', remedy: words }],
      });
}

/** What Express and the body parser could not read at all: a broken address, a broken compression. */
function isBadRequest(error: unknown): boolean {
  if (typeof error !== 'object' || error === null || !('status' in error)) return false;
  return error.status === 400;
}

function nameOf(error: unknown): string {
  return error instanceof Error ? error.name : '';
}
