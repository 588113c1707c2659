import { ButtonLink } from '@backstage/ui';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useLinks } from '../shell/useLinks';

/** From an offer to its release plan, and to the page that its audience reads. */
export const OfferLinks = ({ offer }: { offer: ManagedOffer }) => {
  const links = useLinks();
  return (
    <>
      {offer.plan && (
        <ButtonLink variant="secondary" href={links.plan(offer.plan.id)}>
          Release plan
        </ButtonLink>
      )}
      {offer.state !== 'draft' && (
        <ButtonLink variant="secondary" href={links.offer(offer.name)}>
          Page for consumers
        </ButtonLink>
      )}
    </>
  );
};
