import { randomUUID } from 'node:crypto';
import { Caller, TestPortal } from '../../__testUtils__/portal';
import { Change } from './change';

const list = { title: 'Kept', currency: 'EUR' };
const party = { name: 'Kept', kind: 'external' as const };

type Kept = { params: { id: string }; revision: number };

const byCarla = (
  prepare: (portal: TestPortal) => Promise<Kept>,
  call: (caller: Caller, kept: Kept) => Promise<unknown>,
  entry: string,
): Change[] => [
  {
    by: 'carla',
    prepare: async portal => {
      const kept = await prepare(portal);
      return caller => call(caller, kept);
    },
    leaves: [entry],
  },
];

const nothing = async (): Promise<Kept> => ({ params: { id: randomUUID() }, revision: 1 });

async function aList(portal: TestPortal): Promise<Kept> {
  const body = { ...list, id: randomUUID() };
  const { id, revision } = await portal.as('carla')('createPriceList', { body });
  return { params: { id }, revision };
}

async function aParty(portal: TestPortal): Promise<Kept> {
  const body = { ...party, id: randomUUID() };
  const { id, revision } = await portal.as('carla')('createParty', { body });
  return { params: { id }, revision };
}

/** What the changes of what is kept once leave in the log. */
export const keptChanges = {
  createPriceList: byCarla(
    nothing,
    (call, { params }) => call('createPriceList', { body: { ...list, ...params } }),
    'price-list.create',
  ),
  changePriceList: byCarla(
    aList,
    (call, kept) => call('changePriceList', { ...kept, body: { ...list, title: 'Other' } }),
    'price-list.change',
  ),
  retirePriceList: byCarla(
    aList,
    (call, kept) => call('retirePriceList', kept),
    'price-list.retire',
  ),
  createParty: byCarla(
    nothing,
    (call, { params }) => call('createParty', { body: { ...party, ...params } }),
    'party.create',
  ),
  changeParty: byCarla(
    aParty,
    (call, kept) => call('changeParty', { ...kept, body: { ...party, name: 'Other' } }),
    'party.change',
  ),
  retireParty: byCarla(aParty, (call, kept) => call('retireParty', kept), 'party.retire'),
};
