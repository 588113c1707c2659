import type { OfferImpact } from '@offerdesk/backstage-plugin-offers-common';
import { principalIn } from '../words/refs';
import { useT } from '../words/useWords';
import { useNames } from './useNames';

/** Who is reached, with how many people where that is known. */
export const Reach = ({ reach }: { reach: OfferImpact['mayOrder'] }) => {
  const t = useT();
  const nameOf = useNames(reach.map(({ principal }) => principal));
  const named = (principal: string) => principalIn(t, principal, nameOf);
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
