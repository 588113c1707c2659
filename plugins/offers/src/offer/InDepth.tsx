import { Flex, Link, Text } from '@backstage/ui';
import type {
  ConsumerContent,
  KnowledgeDocument,
  OfferPage,
} from '@offerdesk/backstage-plugin-offers-common';
import { memo } from 'react';
import { Facts } from '../parts/Facts';
import { Panel } from '../parts/Panel';
import { Parties } from '../parts/Parties';
import { PlainList } from '../parts/PlainList';
import { Reference } from '../parts/Reference';
import { Who } from '../parts/Who';
import { useT, useWords } from '../words/useWords';
import { BundlePanel } from './BundlePanel';
import styles from './OfferPage.module.css';
import type { BundleSteps } from './useBundleSteps';

/** What is promised on delivery. */
const TermsPanel = ({ content: { terms } }: { content: ConsumerContent }) => {
  const { t, days } = useWords();
  const inDays = (count: number | undefined) => (count === undefined ? '' : days(count));
  const facts = [
    [t('terms.leadTime'), inDays(terms.leadTimeDays)],
    [t('terms.notice'), inDays(terms.noticePeriodDays)],
    ...terms.serviceLevels.map(({ name, target }) => [name, target] as const),
    [t('terms.acceptance'), terms.recordAcceptance ? t('terms.youConfirm') : ''],
  ] as const;
  const isEmpty = !terms.delivery && facts.every(([, value]) => value === '');
  return (
    <Panel heading="h4" title={t('terms.title')}>
      <Flex direction="column" gap="3">
        {terms.delivery && (
          <Text as="p" className={styles.written}>
            {terms.delivery}
          </Text>
        )}
        {isEmpty ? <Text color="secondary">{t('terms.none')}</Text> : <Facts facts={facts} />}
      </Flex>
    </Panel>
  );
};

/** Who delivers, who helps, and who answers for it. */
const PeoplePanel = ({ offer: { content, owner } }: { offer: OfferPage }) => {
  const t = useT();
  const { fulfilledBy, support } = content;
  return (
    <Panel heading="h4" title={t('people.title')}>
      <Facts
        facts={[
          [
            t('people.fulfilled'),
            fulfilledBy.length > 0 ? <Parties parties={fulfilledBy} /> : undefined,
          ],
          [
            t('people.support'),
            support && support.parties.length > 0 ? (
              <Parties parties={support.parties} />
            ) : undefined,
          ],
          [t('people.help'), support && <Reference reference={support.reference} />],
          [t('people.owner'), owner && <Who entityRef={owner} />],
        ]}
      />
    </Panel>
  );
};

type LinkTarget = Pick<KnowledgeDocument, 'title'> &
  Partial<Pick<KnowledgeDocument, 'url' | 'techdocs'>>;

/** TechDocs has its pages at /docs/<namespace>/<kind>/<name>/<path>. */
function addressOf({ url, techdocs }: LinkTarget): string {
  if (url !== undefined || !techdocs) return url ?? '';
  const [kind = '', namespace = '', name = ''] = techdocs.entity.split(/[:/]/);
  return `/docs/${namespace}/${kind}/${name}/${techdocs.path}`;
}

const Links = ({ title, links }: { title: string; links: readonly LinkTarget[] }) =>
  links.length === 0 ? null : (
    <div>
      <Text as="h5" variant="body-medium" weight="bold">
        {title}
      </Text>
      <PlainList>
        {links.map(link => (
          <li key={`${link.title} ${link.url ?? link.techdocs?.path}`}>
            <Link href={addressOf(link)} target="_blank" rel="noopener noreferrer">
              {link.title}
            </Link>
          </li>
        ))}
      </PlainList>
    </div>
  );

/** What to read and learn, and how it is watched; nothing when there is nothing. */
const KnowledgePanel = ({ content }: { content: ConsumerContent }) => {
  const t = useT();
  const { runbooks, documents, training, trainingRequired } = content.knowledge;
  const { links, entities } = content.monitoring;
  if ([runbooks, documents, training, links, entities].every(list => list.length === 0)) {
    return null;
  }
  return (
    <Panel heading="h4" title={t('read.title')}>
      <Flex direction="column" gap="3">
        <Links title={t('read.runbooks')} links={runbooks} />
        <Links title={t('read.documents')} links={documents} />
        <Links
          title={t(trainingRequired ? 'read.trainingNeeded' : 'read.training')}
          links={training}
        />
        <Links title={t('read.watched')} links={links} />
        {entities.length > 0 && (
          <PlainList label={t('read.watched')}>
            {entities.map(ref => (
              <li key={ref}>
                <Who entityRef={ref} />
              </li>
            ))}
          </PlainList>
        )}
      </Flex>
    </Panel>
  );
};

/** The software-catalogue entities that the offer concerns; nothing when there are none. */
const EntitiesPanel = ({ offer }: { offer: OfferPage }) => {
  const t = useT();
  const { entities } = offer.content.product;
  if (entities.length === 0) return null;
  return (
    <Panel heading="h4" title={t('entities.title')}>
      <PlainList>
        {entities.map(({ ref, role }) => (
          <li key={`${role} ${ref}`}>
            <Text color="secondary">{t(`role.${role}`)} </Text>
            <Who entityRef={ref} />
            {offer.dangling?.includes(ref) && (
              <Text color="secondary"> ({t('entities.gone')})</Text>
            )}
          </li>
        ))}
      </PlainList>
    </Panel>
  );
};

/** The second look: terms, people, documents, entities, and what is in a bundle. */
export const InDepth = memo(({ offer, steps }: { offer: OfferPage; steps: BundleSteps }) => (
  <>
    {offer.content.bundle && <BundlePanel bundle={offer.content.bundle} steps={steps} />}
    <div className={styles.panels}>
      <TermsPanel content={offer.content} />
      <PeoplePanel offer={offer} />
      <KnowledgePanel content={offer.content} />
      <EntitiesPanel offer={offer} />
    </div>
  </>
));
