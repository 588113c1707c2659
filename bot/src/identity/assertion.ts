import { SignJWT } from 'jose';
import { KeyObject, randomUUID } from 'node:crypto';
import { Asker } from './asker';
import { SlackPerson } from './slackPeople';

/** Makes the assertion "this Slack person has just asked the bot for something"; a new one each time. */
export type AssertionSigner = (asker: Asker, person: SlackPerson) => Promise<string>;

const LIFETIME_SECONDS = 60;

/**
 * Signs assertions for the portal's auth provider `slackBot` (EdDSA, 60 seconds, one use).
 *
 * @param key - Ed25519 private key, whose public half the portal is configured with
 */
export function assertionSigner(key: KeyObject): AssertionSigner {
  return ({ teamId, slackUserId }, { email, emailConfirmed }) => {
    const issuedAt = Math.floor(Date.now() / 1000);
    return new SignJWT({
      team: teamId,
      ...(email ? { email, email_confirmed: emailConfirmed } : {}),
    })
      .setProtectedHeader({ alg: 'EdDSA' })
      .setIssuer('offerdesk-slack-bot')
      .setAudience('backstage-auth-slack-bot')
      .setSubject(slackUserId)
      .setJti(randomUUID())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + LIFETIME_SECONDS)
      .sign(key);
  };
}
