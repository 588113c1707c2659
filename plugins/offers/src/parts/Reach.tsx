import type { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { useWords } from '../words/useWords';

/** Who is reached, with how many people where that is known. */
export const Reach = ({ reach }: { reach: OfferImpact['mayOrder'] }) => {
  const { t, principal: named } = useWords();
  if (reach.length === 0) return <>{t('reach.nobody')}</>;
  return (
    <>
      {reach
        .map(({ principal, people }) =>
          people === undefined || principal.startsWith('user:')
            ? named(principal)
            : t('reach.people', { whom: named(principal), count: people }),
        )
        .join(', ')}
    </>
  );
};
