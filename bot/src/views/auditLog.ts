import { AuditEntry } from '@offerdesk/backstage-plugin-offers-common';
import { context, Drawn, fitted, header, section } from './blocks';
import { actorWords, cut, escape, inline, readersDate } from './text';
import { surfaceWords } from './words';

/** What was done to an offer and its plans, latest first. */
export function auditOf(title: string, entries: readonly AuditEntry[], hasMore: boolean): Drawn {
  const heading = `What was done: ${title}`;
  return {
    text: escape(cut(heading, 500)),
    blocks: fitted(
      [header(heading)],
      entries.length > 0
        ? entries.map(entry => [section(entryWords(entry))])
        : [[section('The log has no entry about it.')]],
      hasMore ? [context('There are earlier entries: see the portal.')] : [],
      left => context(`… and ${left} more: see the portal`),
    ),
  };
}

function entryWords({ seq, at, actor, surface, action, reason }: AuditEntry): string {
  const [area = '', verb = ''] = action.split('.');
  const about = area === 'delivery' ? 'message' : inline(area.replace(/-/g, ' '));
  const done = `${inline(verb.replace(/-/g, ' '))} (${about})`;
  const why = reason?.trim() ? `\n“${inline(reason, 300)}”` : '';
  return `${readersDate(at)} · *${inline(actorWords(actor))}* ${surfaceWords[surface]}: ${done} · #${seq}${why}`;
}
