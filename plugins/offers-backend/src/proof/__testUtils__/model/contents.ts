import { EditOf } from './wishes';
import { otherThan } from './places';
import { ModelContent } from './world';

/** Numbers that no other history has: each edit says something new. */
export class Contents {
  private last = 0;

  /**
   * A content that differs from the one before; the number drawn for a ring also says which release it needs.
   */
  next(
    before: ModelContent | undefined,
    what: EditOf,
    { hold, member }: { hold?: number | undefined; member?: number | undefined } = {},
  ): ModelContent {
    this.last += 1;
    const content = before ?? aContent();
    // What goes and comes again is not what it was: its price says so.
    const changed =
      what === 'title' || what === 'place'
        ? { title: `Offer as of edit ${this.last}` }
        : { price: 100 + this.last };
    const part = partOf(content, what, { hold, member });
    return { ...content, id: this.last, ...changed, ...part };
  }
}

const releaseBy = (drawn: number | undefined) => ((drawn ?? 0) % 3 === 0 ? 'a' : 'b');

function aContent(): ModelContent {
  return {
    id: 0,
    price: 100,
    title: 'Offer',
    ring: undefined,
    needs: undefined,
    members: [],
    named: 'default',
  };
}

function partOf(
  { ring, needs, members, named }: ModelContent,
  what: EditOf,
  { hold, member }: { hold: number | undefined; member: number | undefined },
): Partial<ModelContent> {
  if (what === 'place') return { named: otherThan(named) };
  if (what === 'ring') return { ring: ring ? undefined : { hold } };
  if (what === 'needs') return { needs: needs ? undefined : releaseBy(hold) };
  if (what !== 'members' || member === undefined) return {};
  const others = members.filter(each => each !== member);
  return { members: members.includes(member) ? others : [...others, member].sort() };
}
