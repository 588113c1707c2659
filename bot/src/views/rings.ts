import { OfferAct, OfferLife } from '@offerdesk/backstage-plugin-offers-common';
import { KnownBlock } from '@slack/types';
import { Names } from '../backend/names';
import { actButtons } from './actPreview';
import { actions, context, Drawn, fitted, header, section } from './blocks';
import { called, cut, escape, inline, lines, readersDate } from './text';

type Ring = OfferLife['rings'][number];

/** The way of each version through its rings, with the buttons to act on the one that is served. */
export function ringsOf(life: OfferLife, title: string, names: Names): Drawn {
  const heading = `Rings: ${title}`;
  const serving = life.segments.find(
    ({ from, until }) => from <= life.at && (until === undefined || life.at < until),
  )?.version;
  const rings = [...life.rings].reverse();
  return {
    text: escape(cut(heading, 500)),
    blocks: fitted(
      [header(heading)],
      rings.length > 0
        ? rings.map(ring => ringBlocks(life, ring, { isServed: ring.version === serving, names }))
        : [[section('No version of this offer goes through rings.')]],
      [],
      left => context(`… and ${left} earlier: see the portal`),
    ),
  };
}

const DID: Readonly<Record<Ring['acts'][number]['act'], string>> = {
  promote: '⏩ promoted it',
  hold: '✋ held it',
  resume: '▶️ let it go on',
  'roll-back': '⏪ rolled it back',
};

function ringBlocks(
  { at, offerId, can }: OfferLife,
  ring: Ring,
  { isServed, names }: { isServed: boolean; names: Names },
): KnownBlock[] {
  const { version, stages, rolledBackAt, acts } = ring;
  const current = stages.filter(({ from }) => from <= at).at(-1);
  const steps = stages.map(stage => {
    const passed = stage.from <= at ? '✅' : '▫️';
    const mark = stage === current ? '▶️' : passed;
    const name = stage.ring ? inline(stage.ring, 80) : 'everybody';
    return `${mark} ${name} from ${readersDate(stage.from)}${stage.held ? ' · *held*' : ''}`;
  });
  const told = acts
    .slice(-5)
    .map(
      ({ act, at: when, by, reason }) =>
        `*${inline(called(by, names), 80)}* ${DID[act]} ${readersDate(when)}: “${inline(reason, 150)}”`,
    );
  const isActive = isServed && can.operate && rolledBackAt === undefined && current?.ring;
  return [
    section(
      [
        `*Version ${version}*${rolledBackAt ? ` · rolled back ${readersDate(rolledBackAt)}` : ''}`,
        lines(steps, 1500) || '_has not begun_',
      ].join('\n'),
    ),
    ...(told.length > 0 ? [context(lines(told, 1500))] : []),
    ...(isActive
      ? [actions(...actButtons({ offerId, version }, actsOn(current?.held ?? false)))]
      : []),
  ];
}

function actsOn(isHeld: boolean): OfferAct[] {
  return ['ring-promote', isHeld ? 'ring-resume' : 'ring-hold', 'ring-roll-back'];
}
