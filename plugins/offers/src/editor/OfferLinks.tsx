import { ButtonLink } from '@backstage/ui';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';

/** From an offer to its release plan, and to the page that its audience reads. */
export const OfferLinks = ({ offer }: { offer: ManagedOffer }) => {
  const t = useT();
  const links = useLinks();
  return (
    <>
      {offer.plan && (
        <ButtonLink variant="secondary" href={links.plan(offer.plan.id)}>
          {t('editor.plan')}
        </ButtonLink>
      )}
      {offer.state !== 'draft' && (
        <ButtonLink variant="secondary" href={links.offer(offer.name)}>
          {t('editor.page')}
        </ButtonLink>
      )}
    </>
  );
};
