import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Select, Text, TextField } from '@backstage/ui';
import {
  oneOf,
  PRODUCT_RELEASE_STATUSES,
  type ProductReleaseSummary,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { fieldsOf } from '../data/problems';
import { useAddress } from '../data/useAddress';
import { useCall, usePages } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { EntityBox } from '../editor/fields/EntityBox';
import { ActionDialog } from '../parts/ActionDialog';
import { DataTable } from '../parts/DataTable';
import { DebouncedSearch } from '../parts/DebouncedSearch';
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
import { releaseStatuses } from './words';

const ANY = 'any';

const KINDS = ['component', 'system', 'resource', 'api'];

/** Reports a status by hand, where no pipeline does. */
const ReportDialog = ({ onClose }: { onClose: () => void }) => {
  const [product, setProduct] = useState('');
  const [version, setVersion] = useState('');
  const [status, setStatus] = useState<ProductReleaseSummary['status']>('released');
  const { run, isPending, error } = useIntent('reportProductRelease', {
    done: release => `Reported: ${release.product} ${release.version}.`,
    onDone: onClose,
  });
  const faultOf = (name: string) =>
    fieldsOf(error).find(({ field }) => field.endsWith(name))?.remedy;
  return (
    <ActionDialog
      title="Report a product release"
      confirm="Report"
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
      <Text as="p">
        Offers that need this release open or wait by it, and a release raises demand for the offers
        that carry its product.
      </Text>
      <EntityBox
        label="Product"
        kinds={KINDS}
        value={product}
        onChange={setProduct}
        error={faultOf('product')}
      />
      <TextField
        label="Version"
        isRequired
        placeholder="2.4.0"
        value={version}
        onChange={setVersion}
        validationBehavior="aria"
        validate={() => faultOf('version') ?? null}
      />
      <Select
        label="Status"
        value={status}
        onChange={key => {
          const chosen = oneOf(PRODUCT_RELEASE_STATUSES, key);
          if (chosen) setStatus(chosen);
        }}
        options={Object.entries(releaseStatuses).map(([id, { label }]) => ({ id, label }))}
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
  if (!found.items) return <Loading what="product releases" rows={4} height={48} />;
  if (found.items.length === 0) {
    return (
      <Empty
        title="No product release is known"
        description="Pipelines report them with a service token; you can report one by hand."
      />
    );
  }
  return (
    <>
      <Sheet>
        <DataTable
          caption="Product releases"
          rows={found.items}
          keyOf={({ id }) => id}
          columns={[
            { label: 'Product', cell: release => <Who entityRef={release.product} /> },
            {
              label: 'Version',
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
              label: 'Status',
              cell: release => <StateBadge {...releaseStatuses[release.status]} />,
            },
            { label: 'Since', cell: ({ since }) => <When at={since} /> },
            { label: 'Notes', cell: ({ notes }) => notes || '–' },
            { label: 'Raised', cell: release => <Raised release={release} /> },
          ]}
        />
      </Sheet>
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button variant="secondary" onPress={() => found.fetchNextPage()}>
            Show more
          </Button>
        </div>
      )}
    </>
  );
};

const Body = () => {
  const [params, change] = useAddress<'product' | 'status'>();
  const [isReporting, setReporting] = useState(false);
  const mayReport = useMe().may('reportProductRelease');
  const product = params.get('product') ?? '';
  const status = params.get('status') ?? undefined;
  return (
    <Page
      title="Product releases"
      lede="What pipelines and people report of products, and the demand that it raised."
      actions={
        mayReport && (
          <Button variant="secondary" onPress={() => setReporting(true)}>
            Report a release…
          </Button>
        )
      }
    >
      <div role="search" aria-label="Product releases" className={filterStyles.filters}>
        <DebouncedSearch
          label="Product"
          placeholder="component:default/payments"
          value={product}
          onSearch={value => change('product', value.toLowerCase())}
        />
        <Select
          label="Status"
          value={status ?? ANY}
          onChange={key => change('status', key === ANY ? '' : String(key))}
          options={[
            { id: ANY, label: 'Any status' },
            ...Object.entries(releaseStatuses).map(([id, { label }]) => ({ id, label })),
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
  return (
    <StaffOnly title="Product releases" allows={({ isStaff }) => isStaff}>
      <SectionNav of="demand" label="Demand" />
      <Body />
    </StaffOnly>
  );
}
