import { Link, Text } from '@backstage/ui';
import type { ManagedOfferSummary } from '@offerdesk/backstage-plugin-offers-common';
import { useCategoryTitles } from '../catalogue/useBrowse';
import { DataTable } from '../parts/DataTable';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { Who } from '../parts/Who';
import { useLinks } from '../shell/useLinks';
import { useT, useWords } from '../words/useWords';

const Missing = ({ offer }: { offer: ManagedOfferSummary }) => {
  const t = useT();
  const { missing, health } = offer;
  if (health !== undefined) return <>{t('manage.healthOf', { percent: String(health) })}</>;
  if (offer.state !== 'draft') return <>–</>;
  return <>{missing === 0 ? t('manage.complete') : t('manage.missing', { count: missing })}</>;
};

const PlanOf = ({ offer: { plan } }: { offer: ManagedOfferSummary }) => {
  const { planState } = useWords();
  const links = useLinks();
  if (!plan) return <>–</>;
  return (
    <>
      <Link href={links.plan(plan.id)}>{plan.title}</Link>
      <Text as="p" variant="body-small" color="secondary">
        {planState(plan.state).label}
      </Text>
    </>
  );
};

/** Offers as their managers see them. */
export const ManagedOffers = ({ offers }: { offers: readonly ManagedOfferSummary[] }) => {
  const { t, state: stateIn } = useWords();
  const links = useLinks();
  const titleOf = useCategoryTitles();
  return (
    <Sheet>
      <DataTable
        caption={t('manage.offers')}
        rows={offers}
        keyOf={({ id }) => id}
        columns={[
          {
            label: t('manage.offer'),
            cell: offer => (
              <>
                <Link href={links.draft(offer.id)}>{offer.title}</Link>
                <Text as="p" variant="body-small" color="secondary">
                  {offer.name}
                </Text>
              </>
            ),
          },
          { label: t('manage.state'), cell: ({ state }) => <StateBadge {...stateIn(state)} /> },
          { label: t('manage.completeness'), cell: offer => <Missing offer={offer} /> },
          {
            label: t('manage.owner'),
            cell: ({ owner }) => (owner ? <Who entityRef={owner} plain /> : '–'),
          },
          { label: t('manage.category'), cell: ({ category }) => titleOf(category) ?? '–' },
          { label: t('manage.plan'), cell: offer => <PlanOf offer={offer} /> },
        ]}
      />
    </Sheet>
  );
};
