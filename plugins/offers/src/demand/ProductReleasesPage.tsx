import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Select, Text, TextField } from '@backstage/ui';
import {
  oneOf,
  PRODUCT_RELEASE_STATUSES,
  type ProductReleaseSummary,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { remedyFor } from '../data/problems';
import { useAddress } from '../data/useAddress';
import { useCall, usePages } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { EntityBox } from '../editor/fields/EntityBox';
import { ActionDialog } from '../parts/ActionDialog';
import { DataTable } from '../parts/DataTable';
import { LiveSearch } from '../parts/LiveSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Sheet } from '../parts/Sheet';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useMe } from '../shell/useMe';
import { useStaffLinks } from '../shell/useStaffLinks';
import { useT } from '../words/useWords';
import { releaseStatusIn } from './words';

const ANY = 'any';

const KINDS = ['component', 'system', 'resource', 'api'];

/** Reports a status by hand, where no pipeline does. */
const ReportDialog = ({ onClose }: { onClose: () => void }) => {
  const t = useT();
  const [product, setProduct] = useState('');
  const [version, setVersion] = useState('');
  const [status, setStatus] = useState<ProductReleaseSummary['status']>('released');
  const { run, isPending, error } = useIntent('reportProductRelease', {
    done: release =>
      t('productReleases.done', { product: release.product, version: release.version }),
    onDone: onClose,
  });
  const faultOf = (name: string) => remedyFor(t, error, name);
  return (
    <ActionDialog
      title={t('productReleases.reportTitle')}
      confirm={t('productReleases.confirm')}
      onConfirm={() =>
        run(idempotencyKey => ({
          body: { product: product.trim().toLowerCase(), version: version.trim(), status },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      isDisabled={!product.trim() || !version.trim()}
      error={error}
    >
      <Text as="p">{t('productReleases.effect')}</Text>
      <EntityBox
        label={t('productReleases.product')}
        kinds={KINDS}
        value={product}
        onChange={setProduct}
        error={faultOf('product')}
      />
      <TextField
        label={t('productReleases.version')}
        isRequired
        placeholder="2.4.0"
        value={version}
        onChange={setVersion}
        validationBehavior="aria"
        validate={() => faultOf('version') ?? null}
      />
      <Select
        label={t('productReleases.status')}
        value={status}
        onChange={key => {
          const chosen = oneOf(PRODUCT_RELEASE_STATUSES, key);
          if (chosen) setStatus(chosen);
        }}
        options={PRODUCT_RELEASE_STATUSES.map(id => ({ id, label: t(`releaseStatus.${id}`) }))}
      />
    </ActionDialog>
  );
};

/** The demands that the releases of a product raised, this one's first; asked for one by one. */
const Raised = ({ release }: { release: ProductReleaseSummary }) => {
  const links = useStaffLinks();
  const { data } = useCall('listDemands', {
    query: { product: release.product, source: 'product-release', limit: 100 },
  });
  const own = data?.items.filter(
    ({ productRelease }) =>
      productRelease?.product === release.product && productRelease.version === release.version,
  );
  if (!own || own.length === 0) return <>–</>;
  return (
    <>
      {own.map(({ id, title }) => (
        <div key={id}>
          <Link href={links.demand(id)}>{title}</Link>
        </div>
      ))}
    </>
  );
};

const Releases = ({ product, status }: { product: string; status: string | undefined }) => {
  const t = useT();
  const api = useApi(offersApiRef);
  const wanted = oneOf(PRODUCT_RELEASE_STATUSES, status);
  const query = {
    limit: 20,
    ...(product ? { product } : {}),
    ...(wanted ? { status: wanted } : {}),
  };
  const found = usePages(['product-releases', query], (cursor, signal) =>
    api.call(
      'listProductReleases',
      { query: { ...query, ...(cursor ? { cursor } : {}) } },
      { signal },
    ),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('productReleases.loading')} rows={4} height={48} />;
  if (found.items.length === 0) {
    return <Empty title={t('productReleases.none')} description={t('productReleases.noneDo')} />;
  }
  return (
    <>
      <Sheet>
        <DataTable
          caption={t('productReleases.title')}
          rows={found.items}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('productReleases.product'),
              cell: release => <Who entityRef={release.product} />,
            },
            {
              label: t('productReleases.version'),
              cell: ({ version, url }) =>
                url ? (
                  <Link href={url} target="_blank" rel="noopener noreferrer">
                    {version}
                  </Link>
                ) : (
                  version
                ),
            },
            {
              label: t('productReleases.status'),
              cell: release => <StateBadge {...releaseStatusIn(t, release.status)} />,
            },
            { label: t('productReleases.since'), cell: ({ since }) => <When at={since} /> },
            { label: t('productReleases.notes'), cell: ({ notes }) => notes || '–' },
            { label: t('productReleases.raised'), cell: release => <Raised release={release} /> },
          ]}
        />
      </Sheet>
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button variant="secondary" onPress={() => found.fetchNextPage()}>
            {t('productReleases.more')}
          </Button>
        </div>
      )}
    </>
  );
};

const Body = () => {
  const t = useT();
  const [params, change] = useAddress<'product' | 'status'>();
  const [isReporting, setReporting] = useState(false);
  const mayReport = useMe().may('reportProductRelease');
  const product = params.get('product') ?? '';
  const status = params.get('status') ?? undefined;
  return (
    <Page
      title={t('productReleases.title')}
      lede={t('productReleases.lede')}
      actions={
        mayReport && (
          <Button variant="secondary" onPress={() => setReporting(true)}>
            {t('productReleases.report')}
          </Button>
        )
      }
    >
      <div role="search" aria-label={t('productReleases.title')} className={filterStyles.filters}>
        <LiveSearch
          label={t('productReleases.product')}
          placeholder="component:default/payments"
          value={product}
          onSearch={(value, goesOn) => change('product', value.toLowerCase(), goesOn)}
        />
        <Select
          label={t('productReleases.status')}
          value={status ?? ANY}
          onChange={key => change('status', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: t('productReleases.anyStatus') },
            ...PRODUCT_RELEASE_STATUSES.map(id => ({ id, label: t(`releaseStatus.${id}`) })),
          ]}
        />
      </div>
      <Releases product={product} status={status} />
      {isReporting && <ReportDialog onClose={() => setReporting(false)} />}
    </Page>
  );
};

/** Product releases, and what they raised. */
export default function ProductReleasesPage() {
  const t = useT();
  return (
    <StaffOnly title={t('productReleases.title')} allows={({ isStaff }) => isStaff}>
      <SectionNav of="demand" label={t('demand.title')} />
      <Body />
    </StaffOnly>
  );
}
