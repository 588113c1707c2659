import { useSearchParams } from 'react-router-dom';

/**
 * What the address of the page says, and the way to change one part of it: the others stay, an empty one goes, and
 * the way back leads past it.
 */
export function useAddress<Name extends string>(): [
  params: URLSearchParams,
  change: (name: Name, value: string) => void,
] {
  const [params, setParams] = useSearchParams();
  const change = (name: Name, value: string) =>
    setParams(
      before => {
        const next = new URLSearchParams(before);
        if (value) next.set(name, value);
        else next.delete(name);
        return next;
      },
      { replace: true },
    );
  return [params, change];
}
