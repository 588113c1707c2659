import { Link, Text } from '@backstage/ui';
import type { ManagedOfferSummary } from '@offerdesk/backstage-plugin-offers-common';
import { useCategoryTitles } from '../catalogue/useBrowse';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { planStates, publicStates } from '../words/states';

const Missing = ({ offer }: { offer: ManagedOfferSummary }) => {
  if (offer.state !== 'draft') return <>–</>;
  return offer.missing === 0 ? (
    <>Complete</>
  ) : (
    <>{`${offer.missing} ${offer.missing === 1 ? 'thing' : 'things'} missing`}</>
  );
};

const PlanOf = ({ offer: { plan } }: { offer: ManagedOfferSummary }) => {
  const links = useLinks();
  if (!plan) return <>–</>;
  return (
    <>
      <Link href={links.plan(plan.id)}>{plan.title}</Link>
      <Text as="p" variant="body-small" color="secondary">
        {planStates[plan.state].label}
      </Text>
    </>
  );
};

/** Offers as their managers see them. */
export const ManagedOffers = ({ offers }: { offers: readonly ManagedOfferSummary[] }) => {
  const links = useLinks();
  const titleOf = useCategoryTitles();
  return (
    <Sheet>
      <DataTable
        caption="Managed offers"
        rows={offers}
        keyOf={({ id }) => id}
        columns={[
          {
            label: 'Offer',
            cell: offer => (
              <>
                <Link href={links.draft(offer.id)}>{offer.title}</Link>
                <Text as="p" variant="body-small" color="secondary">
                  {offer.name}
                </Text>
              </>
            ),
          },
          { label: 'State', cell: offer => <StateBadge {...publicStates[offer.state]} /> },
          { label: 'Completeness', cell: offer => <Missing offer={offer} /> },
          { label: 'Owner', cell: ({ owner }) => (owner ? <Who entityRef={owner} plain /> : '–') },
          { label: 'Category', cell: ({ category }) => titleOf(category) ?? '–' },
          { label: 'Release plan', cell: offer => <PlanOf offer={offer} /> },
        ]}
      />
    </Sheet>
  );
};
