import { z } from 'zod';

/** What happens to a demand that its requester is told of in person. @public */
export const demandNoticeEventSchema = z.enum([
  'plan',
  'unplan',
  'finish',
  'decline',
  'merge',
  'reopen',
]);

/** What happens to a demand that its requester is told of. @public */
export type DemandNoticeEvent = z.infer<typeof demandNoticeEventSchema>;

/** A demand with who raised it. @public */
export interface RaisedDemand {
  id: string;
  requestedBy: string;
}

/** Who is told of what happened to a demand: of their own, or of the one that theirs was merged into. @public */
export interface DemandListener {
  demandId: string;
  person: string;
  happenedTo: 'own' | 'other';
}

/**
 * Who is told that something happened to a demand: whoever raised it, and whoever raised one that was merged into it.
 * Nobody is told what they did themselves, nobody twice, and no pipeline at all.
 *
 * @param by - who did it
 * @public
 */
export function listenersOf(
  demand: RaisedDemand,
  takenIn: readonly RaisedDemand[],
  by: string,
): DemandListener[] {
  const all: DemandListener[] = [
    { demandId: demand.id, person: demand.requestedBy, happenedTo: 'own' },
    ...takenIn.map(({ id, requestedBy }) => ({
      demandId: id,
      person: requestedBy,
      happenedTo: 'other' as const,
    })),
  ];
  return all.filter(
    ({ person }, index) =>
      person.startsWith('user:') &&
      person !== by &&
      all.findIndex(each => each.person === person) === index,
  );
}
