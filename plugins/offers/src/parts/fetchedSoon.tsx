import { lazy, useState, type ComponentType } from 'react';

interface Fetched<Props> {
  Part: ComponentType<Props>;
  /** fetches it before it is shown; once, however often it is asked for */
  fetchPart: () => Promise<unknown>;
}

/**
 * A part that is fetched when it is first shown, as by `lazy`, and drawn at once where it was fetched before that. `lazy` alone
 * shows what stands in for it all the same, for a moment; React then waits up to half a second with whatever else in it is still
 * being fetched, so as not to show one stand-in after the other.
 */
export function fetchedSoon<Props extends object>(
  load: () => Promise<{ default: ComponentType<Props> }>,
): Fetched<Props> {
  let known: ComponentType<Props> | undefined;
  const fetchPart = async () => {
    const part = await load();
    known = part.default;
    return part;
  };
  const Later = lazy(fetchPart) as unknown as ComponentType<Props>;
  const Part = (props: Props) => {
    const [Shown] = useState<ComponentType<Props>>(() => known ?? Later);
    return <Shown {...props} />;
  };
  return { Part, fetchPart };
}
