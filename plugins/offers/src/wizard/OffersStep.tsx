import { Button, Flex, Link, Text } from '@backstage/ui';
import { isBlocking, type Scenario } from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import type { PickedOffer } from '../demand/OfferPick';
import { OfferPicks } from '../demand/OfferPicks';
import { BeginNext } from '../manage/BeginNext';
import { NewOfferDialog } from '../manage/NewOfferDialog';
import { Panel } from '../parts/Panel';
import { useLinks } from '../shell/useLinks';
import { useMe } from '../shell/useMe';
import { useT } from '../words/useWords';

/** Of each scenario whether it brings offers that were published, or that were not; a bundle brings both. */
function publishedIn(scenario: Scenario): boolean | undefined {
  return scenario === 'bundle' ? undefined : scenario !== 'new';
}

/** Whether the draft of an offer is there and whole, and what is to be done where it is not. */
const Readiness = ({ offer, scenario }: { offer: PickedOffer; scenario: Scenario }) => {
  const t = useT();
  const links = useLinks();
  const { data } = useCall('getOffer', { params: { id: offer.id } });
  if (!data) return null;
  const missing = data.draft?.completeness.filter(isBlocking).length ?? 0;
  const isBundle = data.draft?.content.bundle !== undefined;
  const isPublished = data.state !== 'draft';
  return (
    <Flex direction="column" gap="1">
      <Text as="p">
        <Link href={links.draft(offer.id)}>{offer.title}</Link>
        {': '}
        {!data.draft && t('brings.noDraft')}
        {data.draft && missing > 0 && t('brings.missing', { count: missing })}
        {data.draft && missing === 0 && t('brings.complete')}
      </Text>
      {!data.draft && data.can.startNextVersion && <BeginNext offer={offer} />}
      {(scenario === 'new' || scenario === 'change') && isPublished !== publishedIn(scenario) && (
        <Text as="p" color="danger">
          {t(`brings.fitsNot.${scenario}`)}
        </Text>
      )}
      {data.plan && (
        <Text as="p" color="danger">
          {t('brings.inPlan', { title: data.plan.title })}
        </Text>
      )}
      {scenario === 'bundle' && data.draft && !isBundle && (
        <Text as="p" variant="body-small" color="secondary">
          {t('brings.noMembers')}{' '}
          <Link href={`${links.draft(offer.id)}#content.bundle`}>{t('brings.addMembers')}</Link>
        </Text>
      )}
    </Flex>
  );
};

interface OffersStepProps {
  scenario: Scenario;
  value: PickedOffer[];
  onChange: (offers: PickedOffer[]) => void;
}

/** The offers of which the plan brings a version. */
export const OffersStep = ({ scenario, value, onChange }: OffersStepProps) => {
  const t = useT();
  const [isCreating, setCreating] = useState(false);
  const mayCreate = useMe().may('createOffer');
  return (
    <Panel
      title={t('brings.which')}
      note={t(scenario === 'change' ? 'brings.changeNote' : 'brings.note')}
    >
      <Flex direction="column" gap="4">
        <OfferPicks
          label={t('brings.offers')}
          description={t('brings.offersHint')}
          value={value}
          onChange={onChange}
          isPublished={publishedIn(scenario)}
        />
        {value.map(offer => (
          <Readiness key={offer.id} offer={offer} scenario={scenario} />
        ))}
        {mayCreate && scenario !== 'change' && (
          <div>
            <Button variant="tertiary" onPress={() => setCreating(true)}>
              {t(scenario === 'bundle' ? 'brings.beginBundle' : 'brings.beginOffer')}
            </Button>
          </div>
        )}
        {isCreating && (
          <NewOfferDialog
            onClose={() => setCreating(false)}
            onCreated={offer => onChange([...value, offer])}
          />
        )}
      </Flex>
    </Panel>
  );
};
