import { listenersOf } from './demandNotice';

const ada = { id: 'a', requestedBy: 'user:default/ada' };
const ben = { id: 'b', requestedBy: 'user:default/ben' };
const carla = 'user:default/carla';

test('whoever raised a demand is told, and whoever raised one that was merged into it', () => {
  expect(listenersOf(ada, [ben], carla)).toEqual([
    { demandId: 'a', person: ada.requestedBy, happenedTo: 'own' },
    { demandId: 'b', person: ben.requestedBy, happenedTo: 'other' },
  ]);
});

test.each([
  ['what they did themselves', ada, [ben], ada.requestedBy, ['b']],
  ['the same twice', ada, [{ ...ben, requestedBy: ada.requestedBy }], carla, ['a']],
  ['as a pipeline', { ...ada, requestedBy: 'machine:external/ci' }, [], carla, []],
])('nobody is told %s', (_what, demand, takenIn, by, told) => {
  expect(listenersOf(demand, takenIn, by).map(({ demandId }) => demandId)).toEqual(told);
});
