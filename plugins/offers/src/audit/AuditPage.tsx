import { useApi } from '@backstage/core-plugin-api';
import { Button, Link, Select, Text } from '@backstage/ui';
import {
  AUDIT_SUBJECT_KINDS,
  oneOf,
  SURFACES,
  type AuditEntry,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { offersApiRef } from '../data/offersApi';
import { usePages } from '../data/useCall';
import { EntityBox } from '../editor/fields/EntityBox';
import { DateTimeField } from '../forms/DateTimeField';
import { namedTime } from '../forms/namedTime';
import { DataTable } from '../parts/DataTable';
import { LiveSearch } from '../parts/LiveSearch';
import { Empty } from '../parts/Empty';
import filterStyles from '../parts/Filters.module.css';
import { Loading } from '../parts/Loading';
import { Page } from '../parts/Page';
import { Problem } from '../parts/Problem';
import { Sheet } from '../parts/Sheet';
import { When } from '../parts/When';
import { WhoOrWhat } from '../parts/Who';
import { SYSTEM_PARTS } from '../words/system';
import { SectionNav } from '../shell/SectionNav';
import { StaffOnly } from '../shell/StaffOnly';
import { useLinks } from '../shell/useLinks';
import { useStaffLinks } from '../shell/useStaffLinks';
import { REF_FORM } from '../words/refs';
import { toldIn } from '../words/told';
import { useT, useWords } from '../words/useWords';
import styles from './Audit.module.css';
import { AuditCheck } from './AuditCheck';
import { AuditExport } from './AuditExport';
import { useAuditFilters, type AuditFilter } from './useAuditFilters';
import { actionIn } from './words';

const ANY = 'any';

/** What an entry is about, with the way to it where there is one. */
const Subject = ({ entry: { subjectKind, subjectId } }: { entry: AuditEntry }) => {
  const links = useLinks();
  const staff = useStaffLinks();
  const t = useT();
  const known = oneOf(AUDIT_SUBJECT_KINDS, subjectKind);
  const words = known ? t(`audit.subject.${known}`) : subjectKind;
  const ways: Readonly<Record<string, string>> = {
    offer: links.draft(subjectId),
    plan: links.plan(subjectId),
    demand: staff.demand(subjectId),
  };
  const href = ways[subjectKind];
  return (
    <>
      {href ? <Link href={href}>{words}</Link> : words}
      <Text as="p" variant="body-small" color="secondary" className={styles.id}>
        {subjectId}
      </Text>
    </>
  );
};

const Changed = ({ entry: { change } }: { entry: AuditEntry }) => {
  const t = useT();
  if (Object.keys(change).length === 0) return <>–</>;
  return (
    <details className={styles.change}>
      <summary>{t('audit.whatChanged')}</summary>
      <pre>{JSON.stringify(change, null, 2)}</pre>
    </details>
  );
};

const Entries = ({ filter, isFiltered }: { filter: AuditFilter; isFiltered: boolean }) => {
  const { t, surface: surfaceIn } = useWords();
  const api = useApi(offersApiRef);
  const found = usePages(['audit-log', filter], (cursor, signal) =>
    api.call(
      'audit',
      { query: { limit: 50, ...filter, ...(cursor ? { cursor } : {}) } },
      { signal },
    ),
  );
  if (found.error) return <Problem error={found.error} onRetry={() => found.refetch()} />;
  if (!found.items) return <Loading what={t('audit.loading')} rows={6} height={40} />;
  if (found.items.length === 0) {
    return isFiltered ? (
      <Empty title={t('audit.noneLike')} description={t('audit.noneLikeDo')} />
    ) : (
      <Empty title={t('audit.none')} />
    );
  }
  return (
    <>
      <Sheet>
        <DataTable
          caption={t('audit.title')}
          rows={found.items}
          keyOf={({ seq }) => String(seq)}
          columns={[
            { label: t('audit.number'), cell: ({ seq }) => String(seq) },
            { label: t('audit.when'), cell: ({ at }) => <When at={at} /> },
            { label: t('audit.who'), cell: ({ actor }) => <WhoOrWhat name={actor} /> },
            { label: t('audit.what'), cell: ({ action }) => actionIn(t, action) },
            { label: t('audit.about'), cell: entry => <Subject entry={entry} /> },
            { label: t('audit.where'), cell: ({ surface }) => surfaceIn(surface) },
            {
              label: t('audit.why'),
              width: '18%',
              cell: ({ reason }) => (reason ? toldIn(t, reason) : '–'),
            },
            { label: t('audit.change'), cell: entry => <Changed entry={entry} /> },
          ]}
        />
      </Sheet>
      {found.hasNextPage && (
        <div className={filterStyles.more}>
          <Button
            variant="secondary"
            onPress={() => found.fetchNextPage()}
            isPending={found.isFetchingNextPage}
          >
            {t('audit.more')}
          </Button>
        </div>
      )}
    </>
  );
};

/** Whether a text names somebody whole: while it is being typed nothing is asked for. */
const isWhole = (text: string) =>
  text === '' || REF_FORM.test(text) || SYSTEM_PARTS.some(({ name }) => name === text);

/** Who did: somebody of the software catalogue, or a part of the system; chosen, or typed. */
const WhoField = ({ value, onChange }: { value: string; onChange: (who: string) => void }) => {
  const t = useT();
  const [typed, setTyped] = useState(value);
  const [isLeft, setLeft] = useState(false);
  return (
    <EntityBox
      label={t('audit.who')}
      kinds={['user']}
      extra={SYSTEM_PARTS.map(({ name, message }) => ({ id: name, label: t(message) }))}
      value={typed}
      onChange={text => {
        setTyped(text);
        setLeft(false);
        const who = text.trim().toLowerCase();
        if (isWhole(who)) onChange(who);
      }}
      onBlur={() => setLeft(true)}
      error={isLeft && !isWhole(typed.trim().toLowerCase()) ? t('audit.whoHint') : undefined}
    />
  );
};

const Filters = ({
  shown,
  change,
}: Pick<ReturnType<typeof useAuditFilters>, 'shown' | 'change'>) => {
  const t = useT();
  return (
    <div role="search" aria-label={t('audit.title')} className={filterStyles.filters}>
      <WhoField value={shown('actor')} onChange={value => change('actor', value, true)} />
      <Select
        label={t('audit.about')}
        value={shown('subjectKind') || ANY}
        onChange={key => change('subjectKind', key === ANY ? '' : String(key))}
        options={[
          { id: ANY, label: t('audit.anything') },
          ...AUDIT_SUBJECT_KINDS.map(id => ({ id, label: t(`audit.subject.${id}`) })),
        ]}
      />
      <LiveSearch
        label={t('audit.id')}
        placeholder={t('audit.idHint')}
        value={shown('subjectId')}
        onSearch={(value, goesOn) => change('subjectId', value, goesOn)}
      />
      <LiveSearch
        label={t('audit.action')}
        placeholder={t('audit.actionHint')}
        value={shown('action')}
        onSearch={(value, goesOn) => change('action', value.toLowerCase(), goesOn)}
      />
      <Select
        label={t('audit.where')}
        value={shown('surface') || ANY}
        onChange={key => change('surface', key === ANY ? '' : String(key))}
        options={[
          { id: ANY, label: t('audit.anywhere') },
          ...SURFACES.map(id => ({ id, label: t(`audit.place.${id}`) })),
        ]}
      />
      <DateTimeField
        label={t('audit.from')}
        value={shown('from')}
        // A time is set part by part.
        onChange={value => change('from', value, shown('from') !== '')}
        error={namedTime(shown('from')).fault}
      />
      <DateTimeField
        label={t('audit.until')}
        value={shown('until')}
        onChange={value => change('until', value, shown('until') !== '')}
        error={namedTime(shown('until')).fault}
      />
    </div>
  );
};

const Log = () => {
  const t = useT();
  const { shown, change, filter, isFiltered } = useAuditFilters();
  return (
    <Page title={t('audit.title')} lede={t('audit.lede')} actions={<AuditExport filter={filter} />}>
      <Filters shown={shown} change={change} />
      <div className={styles.check}>
        <AuditCheck />
      </div>
      <Entries filter={filter} isFiltered={isFiltered} />
    </Page>
  );
};

/** The audit log: filtered, paged, exported and checked. */
export default function AuditPage() {
  const t = useT();
  return (
    <StaffOnly title={t('audit.title')} allows={({ may }) => may('readAudit')}>
      <SectionNav of="reports" label={t('audit.nav')} />
      <Log />
    </StaffOnly>
  );
}
