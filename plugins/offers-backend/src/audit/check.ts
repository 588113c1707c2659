import {
  AuditChainCheck,
  AuditCheck,
  AuditHead,
  auditLinkSchema,
} from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';
import { sha256 } from './sha256';
import { selectAuditHead, selectBeyondHead } from './store';
import { linksUpTo } from './walk';

/**
 * Checks the whole log (rule 12), while others may append to it: up to the head that it had at the
 * beginning, and that nothing stands beyond the head.
 *
 * @param noted - a head that was noted earlier; who rewrites the whole log cannot keep it
 */
export async function checkLog(knex: Connection, noted?: AuditHead): Promise<AuditCheck> {
  const head = await selectAuditHead(knex);
  const check = new AuditChainCheck(sha256, noted);
  for await (const link of linksUpTo(knex, head.seq)) if (!check.next(link)) break;
  check.ends(head);
  return verdict(check, await selectBeyondHead(knex));
}

/** Checks a whole export, line by line. It has no head of its own: compare the one that is found. */
export async function checkLines(
  lines: AsyncIterable<string>,
  noted?: AuditHead,
): Promise<AuditCheck> {
  const check = new AuditChainCheck(sha256, noted);
  for await (const line of lines) {
    const link = linkOf(line);
    if (!link) check.broken();
    if (!link || !check.next(link)) break;
  }
  check.ends();
  return verdict(check);
}

function linkOf(line: string) {
  try {
    return auditLinkSchema.safeParse(JSON.parse(line)).data;
  } catch {
    return undefined;
  }
}

function verdict({ firstTouched, head }: AuditChainCheck, beyond?: number): AuditCheck {
  const touched = firstTouched ?? beyond;
  return {
    whole: touched === undefined,
    entries: head.seq,
    ...(touched === undefined ? {} : { firstTouched: touched }),
    head: { ...head },
  };
}
