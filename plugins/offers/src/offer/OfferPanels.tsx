import { Badge, Flex, Link, Text } from '@backstage/ui';
import type {
  ConsumerContent,
  KnowledgeDocument,
  OfferPage,
} from '@offerdesk/backstage-plugin-offers-common';
import { lazy, Suspense } from 'react';
import { Facts } from '../parts/Facts';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Parties } from '../parts/Parties';
import { PlainList } from '../parts/PlainList';
import { Reference } from '../parts/Reference';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { daysInWords } from '../words/price';
import { interactions } from '../words/states';
import styles from './OfferPage.module.css';

const Markdown = lazy(() => import('../parts/Markdown'));

/** What the offer says of itself. */
export const AboutPanel = ({ content }: { content: ConsumerContent }) => {
  const { description, tags } = content.information;
  return (
    <Panel title="About">
      {description ? (
        <Suspense fallback={<Loading what="the description" rows={3} height={20} />}>
          <Markdown content={description} />
        </Suspense>
      ) : (
        <Text color="secondary">There is no longer description.</Text>
      )}
      {tags.length > 0 && (
        <ul className={styles.tags} aria-label="Tags">
          {tags.map(tag => (
            <li key={tag}>
              <Badge>{tag}</Badge>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
};

/** When, by whom and in which category it is offered. */
export const AtAGlancePanel = ({ offer }: { offer: OfferPage }) => (
  <Panel title="At a glance">
    <Facts
      facts={[
        ['You get', interactions[offer.interaction]],
        ['Category', offer.categoryTitle],
        ['Owner', offer.owner && <Who entityRef={offer.owner} />],
        ['Offered from', <When key="from" at={offer.validFrom} />],
        ['Offered until', offer.validUntil && <When at={offer.validUntil} />],
        ['Version', String(offer.version)],
      ]}
    />
  </Panel>
);

/** What is promised on delivery. */
export const TermsPanel = ({ content: { terms } }: { content: ConsumerContent }) => (
  <Panel title="Terms">
    <Flex direction="column" gap="3">
      {terms.delivery && <Text as="p">{terms.delivery}</Text>}
      <Facts
        facts={[
          ['Lead time', terms.leadTimeDays === undefined ? '' : daysInWords(terms.leadTimeDays)],
          [
            'Notice',
            terms.noticePeriodDays === undefined ? '' : daysInWords(terms.noticePeriodDays),
          ],
          ...terms.serviceLevels.map(({ name, target }) => [name, target] as const),
          ['Acceptance', terms.recordAcceptance ? 'You confirm that you received it' : ''],
        ]}
      />
    </Flex>
  </Panel>
);

/** Who delivers and who helps. */
export const PeoplePanel = ({ content }: { content: ConsumerContent }) => (
  <Panel title="Who delivers and who helps">
    <Facts
      facts={[
        [
          'Fulfilled by',
          content.fulfilledBy.length > 0 && <Parties parties={content.fulfilledBy} />,
        ],
        [
          'Support by',
          content.support && content.support.parties.length > 0 && (
            <Parties parties={content.support.parties} />
          ),
        ],
        ['Ask for help', content.support && <Reference reference={content.support.reference} />],
      ].map(([label, value]) => [label, value || undefined] as [string, typeof value])}
    />
  </Panel>
);

type LinkTarget = Pick<KnowledgeDocument, 'title'> &
  Partial<Pick<KnowledgeDocument, 'url' | 'techdocs'>>;

const Links = ({ title, links }: { title: string; links: readonly LinkTarget[] }) =>
  links.length === 0 ? null : (
    <div>
      <Text as="h4" variant="body-medium" weight="bold">
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

/** TechDocs has its pages at /docs/<namespace>/<kind>/<name>/<path>. */
function addressOf({ url, techdocs }: LinkTarget): string {
  if (url !== undefined || !techdocs) return url ?? '';
  const [kind = '', namespace = '', name = ''] = techdocs.entity.split(/[:/]/);
  return `/docs/${namespace}/${kind}/${name}/${techdocs.path}`;
}

/** What to read and learn; nothing when there is nothing. */
export const KnowledgePanel = ({ content }: { content: ConsumerContent }) => {
  const { runbooks, documents, training, trainingRequired } = content.knowledge;
  const { links } = content.monitoring;
  if ([runbooks, documents, training, links].every(list => list.length === 0)) return null;
  return (
    <Panel title="Read and learn">
      <Flex direction="column" gap="3">
        <Links title="Help yourself" links={runbooks} />
        <Links title="Documents" links={documents} />
        <Links title={trainingRequired ? 'Training that you need' : 'Training'} links={training} />
        <Links title="How it is watched" links={links} />
      </Flex>
    </Panel>
  );
};

const roles = {
  product: 'The product',
  instance: 'Runs as',
  dependsOn: 'Depends on',
  documentation: 'Documented by',
} as const;

/** The software-catalogue entities that the offer concerns; nothing when there are none. */
export const EntitiesPanel = ({ content: { product } }: { content: ConsumerContent }) =>
  product.entities.length === 0 ? null : (
    <Panel title="In the software catalogue">
      <PlainList>
        {product.entities.map(({ ref, role }) => (
          <li key={`${role} ${ref}`}>
            <Text color="secondary">{roles[role]} </Text>
            <Who entityRef={ref} />
          </li>
        ))}
      </PlainList>
    </Panel>
  );
