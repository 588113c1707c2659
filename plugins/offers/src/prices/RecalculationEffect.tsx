import { Checkbox, Link, Text } from '@backstage/ui';
import type { RecalculationPreview } from '@offerdesk/backstage-plugin-offers-common';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { useLinks } from '../shell/useLinks';
import { toldIn } from '../words/told';
import { useWords } from '../words/useWords';

interface EffectProps {
  preview: RecalculationPreview;
  leftOut: readonly string[];
  onLeaveOut: (ids: string[]) => void;
}

/** What would change, offer by offer, with a way to leave one out; and what stays, with why. */
export const Effect = ({ preview, leftOut, onLeaveOut }: EffectProps) => {
  const { t, price, margin: marginWords } = useWords();
  const links = useLinks();
  return (
    <Panel
      title={t('prices.effect')}
      note={t('prices.effectNote', { count: preview.offers.length - leftOut.length })}
    >
      <DataTable
        caption={t('prices.effect')}
        rows={preview.offers}
        keyOf={({ offer }) => offer.id}
        columns={[
          {
            label: t('prices.changes'),
            cell: ({ offer }) => (
              <Checkbox
                aria-label={t('prices.changeOne', { title: offer.title })}
                isSelected={!leftOut.includes(offer.id)}
                onChange={isIn =>
                  onLeaveOut(isIn ? leftOut.filter(id => id !== offer.id) : [...leftOut, offer.id])
                }
              />
            ),
          },
          {
            label: t('prices.offer'),
            width: '28%',
            cell: ({ offer }) => <Link href={links.draft(offer.id)}>{offer.title}</Link>,
          },
          { label: t('prices.before'), cell: ({ before }) => price(before) },
          { label: t('prices.after'), cell: ({ after }) => price(after) },
          {
            label: t('prices.margin'),
            cell: ({ margins }) =>
              margins.map(margin => (
                <Text
                  as="p"
                  key={`${margin.currency} ${margin.audience?.join(' ')}`}
                  color={margin.verdict === 'under-floor' ? 'danger' : 'primary'}
                >
                  {marginWords(margin)}
                </Text>
              )),
          },
        ]}
      />
      {preview.leftOut.length > 0 && (
        <DataTable
          caption={t('prices.staysCaption')}
          rows={preview.leftOut}
          keyOf={({ id }) => id}
          columns={[
            { label: t('prices.stays'), width: '40%', cell: ({ title }) => title },
            { label: t('prices.why'), cell: ({ reason }) => toldIn(t, reason) },
          ]}
        />
      )}
    </Panel>
  );
};
