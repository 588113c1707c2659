import { useSearchParams } from 'react-router-dom';

/**
 * Changes one part of the address; an empty one goes. It is a step that the way back undoes.
 * @param goesOn - whether it goes on with the change before it, as the next letter of a word does: one step with that
 */
export type ChangeAddress<Name extends string> = (
  name: Name,
  value: string,
  goesOn?: boolean,
) => void;

/** What the address of the page says, and the way to change one part of it: the others stay. */
export function useAddress<Name extends string>(): [
  params: URLSearchParams,
  change: ChangeAddress<Name>,
] {
  const [params, setParams] = useSearchParams();
  const change: ChangeAddress<Name> = (name, value, goesOn = false) => {
    if ((params.get(name) ?? '') === value) return;
    const next = new URLSearchParams(params);
    if (value) next.set(name, value);
    else next.delete(name);
    setParams(next, { replace: goesOn });
  };
  return [params, change];
}
