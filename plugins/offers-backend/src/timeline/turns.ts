import { OfferTimeline, Segment } from '@offerdesk/backstage-plugin-offers-common';
import { Whereabouts } from '../structure/moves';

/** What time makes of an offer, as events and log name it. */
export type TurnKind =
  'available' | 'canary' | 'held' | 'suspended' | 'ending' | 'ended' | 'ring-advanced' | 'moved';

/** A turn of an offer's public life. */
export interface PlannedTurn {
  at: string;
  kind: TurnKind;
  /** of the version; 0 where it is no matter of a version */
  number: number;
}

/**
 * Every instant at which an offer's public life turns: each segment's beginning, the end of what nothing
 * follows, and each move into another catalogue. Those that acts make are recorded by the acts; the sweep records those that time makes.
 */
export function turnsOf(
  { versions }: Pick<OfferTimeline, 'versions'>,
  segments: readonly Segment[],
  { moves }: Pick<Whereabouts, 'moves'>,
): PlannedTurn[] {
  const shown = segments.filter(({ audience }) => audience.whom !== 'outside');
  const begun = shown.map((segment, index) => beginning(segment, shown[index - 1]));
  const ends = shown.flatMap(({ until, number }) =>
    until !== undefined && !segments.some(({ from }) => from === until)
      ? [{ at: until, kind: 'ended' as const, number }]
      : [],
  );
  return [
    ...[...begun, ...ends].filter(({ number }) =>
      versions.some(version => version.number === number),
    ),
    ...moves.map(at => ({ at, kind: 'moved' as const, number: 0 })),
  ];
}

function beginning(segment: Segment, before: Segment | undefined): PlannedTurn {
  const { from, number, state } = segment;
  const isNextRing =
    before !== undefined &&
    before.until === from &&
    before.number === number &&
    before.audience.whom === 'in';
  return { at: from, kind: isNextRing ? 'ring-advanced' : state, number };
}
