import { Alert, Button, Flex, Select, Text } from '@backstage/ui';
import type {
  Announce,
  AnnounceableKind,
  AnnouncementReach,
  ManagedOffer,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { useIntent } from '../data/useIntent';
import { ActionDialog } from '../parts/ActionDialog';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { readersZone } from '../words/dates';
import { useT } from '../words/useWords';
import styles from './Announce.module.css';
import { AnnounceFields } from './AnnounceFields';
import { announceOf, EMPTY_DRAFT, type AnnouncementDraft } from './draft';
import { MessagePreview } from './MessagePreview';

interface WritingProps {
  offer: ManagedOffer;
  reach: AnnouncementReach;
}

/** Asks once more, with everything that is about to be sent, and to whom. */
const SendDialog = ({
  offer,
  reach,
  draft,
  announcement,
  onClose,
  onSent,
}: WritingProps & {
  draft: AnnouncementDraft;
  announcement: Announce;
  onClose: () => void;
  onSent: () => void;
}) => {
  const t = useT();
  const { run, isPending, error } = useIntent('announceOffer', {
    done: t(announcement.at ? 'announce.planned' : 'announce.done'),
    onDone: onSent,
  });
  return (
    <ActionDialog
      title={t('announce.ask')}
      confirm={t('announce.confirm')}
      onConfirm={() =>
        run(idempotencyKey => ({ params: { id: offer.id }, body: announcement, idempotencyKey }))
      }
      onClose={onClose}
      isPending={isPending}
      error={error}
    >
      <MessagePreview
        title={offer.title}
        summary={offer.summary}
        draft={draft}
        reach={reach}
        at={announcement.at}
      />
      <Text as="p" color="secondary">
        {t('announce.noWayBack')}
      </Text>
    </ActionDialog>
  );
};

const Writing = ({ offer, reach }: WritingProps) => {
  const t = useT();
  const [draft, setDraft] = useState<AnnouncementDraft>(EMPTY_DRAFT);
  const [asked, setAsked] = useState<Announce>();
  const announcement = announceOf(draft, reach, { zone: readersZone(), now: new Date() });
  return (
    <div className={styles.columns}>
      <AnnounceFields
        draft={draft}
        reach={reach}
        onChange={part => setDraft(before => ({ ...before, ...part }))}
      />
      <section aria-label={t('announce.preview')} className={styles.form}>
        <div>
          <Text as="h4" variant="body-medium" weight="bold">
            {t('announce.preview')}
          </Text>
          <Text as="p" variant="body-small" color="secondary">
            {t('announce.previewNote')}
          </Text>
        </div>
        <MessagePreview
          title={offer.title}
          summary={offer.summary}
          draft={draft}
          reach={reach}
          at={announcement?.at}
        />
        <div>
          <Button
            variant="primary"
            isDisabled={!announcement}
            onPress={() => setAsked(announcement)}
          >
            {t('announce.open')}
          </Button>
        </div>
      </section>
      {asked && (
        <SendDialog
          offer={offer}
          reach={reach}
          draft={draft}
          announcement={asked}
          onClose={() => setAsked(undefined)}
          onSent={() => {
            setAsked(undefined);
            setDraft(EMPTY_DRAFT);
          }}
        />
      )}
    </div>
  );
};

/** Announces an offer by hand: what is true of it now, written, seen as it will be read, asked for once more, sent. */
export const AnnouncePanel = ({
  offer,
  kinds,
}: {
  offer: ManagedOffer;
  kinds: readonly AnnounceableKind[];
}) => {
  const t = useT();
  const [chosen, setChosen] = useState<AnnounceableKind>('promotion');
  // What was chosen may be true no more.
  const kind = kinds.includes(chosen) ? chosen : (kinds[0] ?? 'promotion');
  const { data, error, refetch } = useCall('announcementReach', {
    params: { id: offer.id },
    query: { kind },
  });
  return (
    <Panel title={t('announce.new')} note={t('announce.newNote')}>
      <Flex direction="column" gap="4" align="stretch">
        {kinds.length > 1 && (
          <Select
            label={t('announce.kind')}
            description={t('announce.kindNote')}
            options={kinds.map(id => ({ id, label: t(`announcement.${id}`) }))}
            value={kind}
            onChange={key => setChosen(kinds.find(value => value === key) ?? 'promotion')}
          />
        )}
        {error && <Problem error={error} onRetry={() => refetch()} />}
        {!data && !error && <Loading what={t('announce.loading')} rows={2} height={72} />}
        {data && !data.possible && (
          <Alert
            status="info"
            icon
            title={t('announce.impossible')}
            description={data.refusal ?? ''}
          />
        )}
        {data?.possible && <Writing key={data.kind} offer={offer} reach={data} />}
      </Flex>
    </Panel>
  );
};
