import { Flex, Text } from '@backstage/ui';
import {
  driftKinds,
  type DriftField,
  type DriftReport,
  type DriftRow,
} from '@offerdesk/backstage-plugin-offers-common';
import { PlainList } from '../parts/PlainList';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import type { Tone } from '../words/states';
import { toldIn } from '../words/told';
import { useT, type T } from '../words/useWords';
import { OfferOfRow } from './OfferOfRow';
import { RowsByKind } from './RowsByKind';

const tones: Readonly<Record<DriftRow['kind'], Tone>> = {
  changed: 'warning',
  new: 'info',
  gone: 'warning',
  ended: 'neutral',
  rejected: 'negative',
};

/** What somebody can do about a row that has come apart. */
function remedyWords({ kind, fields, hasDraft }: DriftRow, t: T): string {
  if (kind !== 'changed') return t(`drift.do.${kind}`);
  if (fields.every(({ changedBy }) => changedBy === 'here')) return t('drift.do.here');
  if (fields.every(({ changedBy }) => changedBy !== 'source')) return t('drift.do.both');
  return t(hasDraft ? 'drift.do.draft' : 'drift.do.published');
}

const FieldLine = ({ field: { label, here, there, changedBy } }: { field: DriftField }) => {
  const t = useT();
  return (
    <>
      <Text weight="bold">{label}</Text>{' '}
      {t('drift.values', { here: here ?? t('drift.empty'), there: there ?? t('drift.empty') })}{' '}
      <Text color="secondary">{t(`drift.by.${changedBy}`)}</Text>
    </>
  );
};

const What = ({ row: { fields, reason } }: { row: DriftRow }) => {
  const t = useT();
  if (fields.length === 0) return <>{reason ? toldIn(t, reason) : '–'}</>;
  return (
    <PlainList>
      {fields.map(field => (
        <li key={field.field}>
          <FieldLine field={field} />
        </li>
      ))}
    </PlainList>
  );
};

/** Where a source and the offers that came from it have come apart, and what to do about each. */
export const DriftPanel = ({ report: { at, inStep, items } }: { report: DriftReport }) => {
  const t = useT();
  const counts = { inStep: String(inStep), apart: String(items.length) };
  return (
    <Flex direction="column" gap="3">
      <Text as="p" role="status">
        {t(items.length === 0 ? 'drift.none' : 'drift.some', {
          ...counts,
          when: <When at={at} />,
        })}
      </Text>
      {items.length > 0 && (
        <RowsByKind
          caption={t('drift.rows')}
          label={t('drift.kind')}
          kinds={driftKinds.map(id => ({ id, label: t(`drift.${id}`) }))}
          kindOf={({ kind }) => kind}
          rows={items}
          columns={[
            { label: t('sources.offer'), width: '20%', cell: row => <OfferOfRow row={row} /> },
            {
              label: t('drift.kind'),
              width: '14%',
              cell: ({ kind }) => <StateBadge label={t(`drift.${kind}`)} tone={tones[kind]} />,
            },
            { label: t('drift.what'), width: '38%', cell: row => <What row={row} /> },
            { label: t('drift.remedy'), cell: row => remedyWords(row, t) },
          ]}
        />
      )}
    </Flex>
  );
};
