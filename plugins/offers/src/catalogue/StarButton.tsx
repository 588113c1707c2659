import { ButtonIcon } from '@backstage/ui';
import { RiStarFill, RiStarLine } from '@remixicon/react';
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
    <ButtonIcon
      variant="tertiary"
      size="small"
      icon={isStarred ? <RiStarFill /> : <RiStarLine />}
      aria-label={t(isStarred ? 'catalogue.unstar' : 'catalogue.star', { title })}
      aria-pressed={isStarred}
      onPress={() => stars.toggle(id)}
    />
  );
};
