import { accessSchema, timelineOf } from '@offerdesk/backstage-plugin-offers-common';
import { Answers } from './Answers';
import { OfferLife } from './reading';

const NOW = '2026-12-01T09:00:00.000Z';
const WIDTH = 10;
const ada = { principals: ['user:default/ada', 'group:default/engineers'] };
const engineers = { allow: ['group:default/engineers'] };
const access = accessSchema.parse({ see: engineers, order: engineers });

/** Counts how often the lives of offers are looked at. */
class Lives {
  looks = 0;
  readonly all = new Map<string, OfferLife>();

  add(offerId: string, members: readonly string[]): void {
    const version = {
      number: 1,
      validFrom: NOW,
      validUntil: undefined,
      access,
      releases: [],
      members: members.map(member => ({ offerId: member, dispensable: false })),
    };
    const timeline = timelineOf([version], { offerId });
    const looked = () => (this.looks += 1);
    const life = { versions: [], endings: [], suspensions: [], ringEvents: [] };
    this.all.set(offerId, {
      ...life,
      get timeline() {
        looked();
        return timeline;
      },
    });
  }
}

const namesOf = (level: number) => Array.from({ length: WIDTH }, (_, n) => `${level}-${n}`);

describe('[rule 8] bundles of bundles', () => {
  it('are answered once for each offer and depth, and not for each way that leads to it', () => {
    const lives = new Lives();
    for (let level = 0; level <= 5; level += 1) {
      for (const name of namesOf(level)) lives.add(name, level < 5 ? namesOf(level + 1) : []);
    }
    const answers = new Answers(lives.all, ada, NOW);
    expect(answers.of('0-0').visible.answer).toBe(true);
    expect(lives.looks).toBeLessThan(1_000);
  });

  it('that lie deeper than is looked cannot be ordered, from wherever else they are asked for', () => {
    const lives = new Lives();
    const chain = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    chain.forEach((name, index) => lives.add(name, chain.slice(index + 1, index + 2)));
    const answers = new Answers(lives.all, ada, NOW);
    const isOrderable = (name: string) => answers.of(name).orderable.answer;
    expect(chain.map(isOrderable)).toEqual([false, true, true, true, true, true, true]);
  });
});
