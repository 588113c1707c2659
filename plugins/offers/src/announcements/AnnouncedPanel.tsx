import { Button, Text } from '@backstage/ui';
import type {
  AnnouncementList,
  AnnouncementSummary,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useIntent } from '../data/useIntent';
import { ReasonDialog } from '../forms/ReasonDialog';
import { DataTable } from '../parts/DataTable';
import { Panel } from '../parts/Panel';
import { When } from '../parts/When';
import { Who, WhoOrWhat } from '../parts/Who';
import { useT } from '../words/useWords';

const CorrectDialog = ({
  announcement,
  onClose,
}: {
  announcement: AnnouncementSummary;
  onClose: () => void;
}) => {
  const t = useT();
  const { run, isPending, error } = useIntent('correctAnnouncement', {
    done: t('correct.done'),
    onDone: onClose,
  });
  return (
    <ReasonDialog
      title={t('correct.title')}
      confirm={t('correct.confirm')}
      label={t('correct.label')}
      onConfirm={note =>
        run(idempotencyKey => ({
          params: { id: announcement.id },
          body: { note },
          idempotencyKey,
        }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <Text as="p">{t('correct.effect')}</Text>
    </ReasonDialog>
  );
};

const What = ({ announcement }: { announcement: AnnouncementSummary }) => {
  const t = useT();
  const { kind, version, text, corrections } = announcement;
  return (
    <>
      <Text as="p" weight="bold">
        {t(`announcement.${kind}`)}
      </Text>
      {text && <Text as="p">{t('words.quoted', { words: text })}</Text>}
      <Text as="p" variant="body-small" color="secondary">
        {t('announced.version', { number: String(version) })}
      </Text>
      {corrections.map(({ at, by, note }) => (
        <Text as="p" variant="body-small" key={at}>
          {t('announced.corrected', {
            who: <WhoOrWhat name={by} />,
            when: <When at={at} />,
            note,
          })}
        </Text>
      ))}
    </>
  );
};

const Became = ({ deliveries }: Pick<AnnouncementSummary, 'deliveries'>) => {
  const t = useT();
  const parts = (['sent', 'waiting', 'failed', 'withheld'] as const)
    .filter(state => deliveries[state] > 0)
    .map(state => t(`announced.${state}`, { number: String(deliveries[state]) }));
  return <>{parts.length > 0 ? parts.join(', ') : t('announced.nowhere')}</>;
};

/** What was announced of an offer, or will be: when, by whom, what became of it, and the way to correct it. */
export const AnnouncedPanel = ({ announcements }: { announcements: AnnouncementList }) => {
  const t = useT();
  const [asked, setAsked] = useState<AnnouncementSummary>();
  const { items, can } = announcements;
  const isCorrectable = ({ deliveries }: AnnouncementSummary) =>
    can.announce && deliveries.sent > 0;
  return (
    <Panel title={t('announced.title')} note={t('announced.note')}>
      {items.length === 0 ? (
        <Text color="secondary">{t('announced.none')}</Text>
      ) : (
        <DataTable
          caption={t('announced.title')}
          rows={items}
          keyOf={({ id }) => id}
          columns={[
            {
              label: t('announced.what'),
              width: '40%',
              cell: announcement => <What announcement={announcement} />,
            },
            { label: t('announced.when'), cell: ({ dueAt }) => <When at={dueAt} /> },
            {
              label: t('announced.by'),
              cell: ({ by }) => (by ? <Who entityRef={by} plain /> : t('announced.itself')),
            },
            {
              label: t('announced.became'),
              cell: ({ deliveries }) => <Became deliveries={deliveries} />,
            },
            ...(items.some(isCorrectable)
              ? [
                  {
                    label: t('announced.do'),
                    cell: (announcement: AnnouncementSummary) =>
                      isCorrectable(announcement) && (
                        <Button
                          size="small"
                          variant="tertiary"
                          aria-label={t('announced.correctThis', {
                            what: t(`announcement.${announcement.kind}`),
                          })}
                          onPress={() => setAsked(announcement)}
                        >
                          {t('announced.correct')}
                        </Button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {asked && <CorrectDialog announcement={asked} onClose={() => setAsked(undefined)} />}
    </Panel>
  );
};
