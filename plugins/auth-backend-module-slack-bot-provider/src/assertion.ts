import { errors, jwtVerify, JWTPayload } from 'jose';
import { KeyObject } from 'node:crypto';
import { z } from 'zod';
import { refusal, Refusal } from './refusal';
import { SlackBotSettings } from './settings';

/** The header of a sign-in request that carries the assertion. */
export const ASSERTION_HEADER = 'X-Offers-Slack-Assertion';
/** `iss` of every assertion. */
export const ASSERTION_ISSUER = 'offerdesk-slack-bot';
/** `aud` of every assertion. */
export const ASSERTION_AUDIENCE = 'backstage-auth-slack-bot';

/** Longest life of an assertion, `exp` minus `iat`, in seconds. */
export const MAX_LIFETIME_SECONDS = 60;
// A real assertion has some 500 characters; nothing much longer is worth a signature check.
const MAX_ASSERTION_LENGTH = 4096;

/** What a verified assertion says: "this Slack person has just asked the bot for something". */
export type SlackAssertion = {
  /** Unique id of the assertion (uuid). */
  jti: string;
  /** Slack user id, such as U0ADA0001. */
  slackUserId: string;
  /** Slack team id, such as T0OFFERD1. */
  team: string;
  /** The person's e-mail in lower case, present only when Slack has confirmed it. */
  confirmedEmail?: string;
  /** Instant after which the assertion is refused, tolerance not counted. */
  expiresAt: Date;
};

const claimsSchema = z.object({
  sub: z.string().regex(/^[UW][A-Z0-9]{2,30}$/),
  team: z.string().regex(/^[TE][A-Z0-9]{2,30}$/),
  jti: z.uuid(),
  iat: z.number().int(),
  exp: z.number().int(),
  email: z.string().optional(),
  email_confirmed: z.boolean().optional(),
});

/**
 * Checks signature, issuer, audience and life of an assertion. Teams and replays are checked
 * elsewhere: they need no cryptography.
 *
 * @param token - the value of the header {@link ASSERTION_HEADER}
 * @param settings - the accepted keys and the clock tolerance
 * @param now - the instant at which the request arrived
 * @throws Refusal when anything is wrong
 */
export async function verifyAssertion(
  token: string | undefined,
  settings: Pick<SlackBotSettings, 'publicKeys' | 'clockToleranceSeconds'>,
  now: Date,
): Promise<SlackAssertion> {
  if (!token) throw refusal('assertion-missing');
  if (token.length > MAX_ASSERTION_LENGTH) throw refusal('assertion-invalid');

  const claims = claimsSchema.safeParse(await verifySignature(token, settings, now));
  if (!claims.success) throw refusal('assertion-invalid');
  const { sub, team, jti, iat, exp, email, email_confirmed: emailConfirmed } = claims.data;

  if (iat > now.getTime() / 1000 + settings.clockToleranceSeconds) {
    throw refusal('assertion-from-the-future');
  }
  if (exp <= iat || exp - iat > MAX_LIFETIME_SECONDS) throw refusal('assertion-too-long-lived');

  return {
    jti: jti.toLowerCase(),
    slackUserId: sub,
    team,
    confirmedEmail: emailConfirmed ? plainEmail(email) : undefined,
    expiresAt: new Date(exp * 1000),
  };
}

/**
 * An address that could be mistaken for another (letters outside ASCII can become ASCII ones in
 * lower case) finds nobody; the person can still be found by the annotation.
 */
function plainEmail(email: string | undefined): string | undefined {
  return email && /^[\x21-\x7e]{3,254}$/.test(email) ? email.toLowerCase() : undefined;
}

async function verifySignature(
  token: string,
  settings: Pick<SlackBotSettings, 'publicKeys' | 'clockToleranceSeconds'>,
  now: Date,
): Promise<JWTPayload> {
  for (const publicKey of settings.publicKeys) {
    const payload = await verifyWithKey(token, publicKey, settings.clockToleranceSeconds, now);
    if (payload) return payload;
  }
  throw refusal('assertion-invalid');
}

async function verifyWithKey(
  token: string,
  publicKey: KeyObject,
  clockTolerance: number,
  now: Date,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(token, publicKey, {
      // Named here and never taken from the token: `none`, and HS256 with the public key as its
      // secret, are the classic forgeries.
      algorithms: ['EdDSA'],
      issuer: ASSERTION_ISSUER,
      audience: ASSERTION_AUDIENCE,
      clockTolerance,
      currentDate: now,
    });
    return payload;
  } catch (error) {
    if (error instanceof errors.JWSSignatureVerificationFailed) return undefined;
    throw asRefusal(error);
  }
}

function asRefusal(error: unknown): Refusal {
  return refusal(error instanceof errors.JWTExpired ? 'assertion-expired' : 'assertion-invalid');
}
