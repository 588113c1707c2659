import { RiStarFill, RiStarLine } from '@remixicon/react';
import { IconToggle } from '../parts/IconToggle';
import { useT } from '../words/useWords';
import type { Stars } from './useStars';

interface StarButtonProps {
  offer: { id: string; title: string };
  stars: Stars;
}

/** Keeps an offer at hand, for the reader alone. */
export const StarButton = ({ offer: { id, title }, stars }: StarButtonProps) => {
  const t = useT();
  const isStarred = stars.has(id);
  return (
    <IconToggle
      icon={isStarred ? <RiStarFill /> : <RiStarLine />}
      label={t(isStarred ? 'catalogue.unstar' : 'catalogue.star', { title })}
      onToggle={() => stars.toggle(id)}
    />
  );
};
