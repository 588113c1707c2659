import { Link, Text } from '@backstage/ui';
import { INTERACTIONS, oneOf } from '@offerdesk/backstage-plugin-offers-common';
import { RiStore2Line } from '@remixicon/react';
import { EverybodysWords } from '../words/EverybodysWords';
import { useWords } from '../words/useWords';
import styles from './OfferResult.module.css';

/** What the search page hands over: the document, as the index holds it. @public */
export interface OfferResultProps {
  result?: { title: string; text: string; location: string; interaction?: unknown };
}

const Found = ({ result }: Required<OfferResultProps>) => {
  const words = useWords();
  const interaction = oneOf(INTERACTIONS, result.interaction);
  const [summary] = result.text.split('\n');
  return (
    <li className={styles.result}>
      <RiStore2Line aria-hidden="true" size={20} />
      <div>
        <Link href={result.location} variant="body-large">
          {result.title}
        </Link>
        <Text as="p">{summary}</Text>
        {interaction && (
          <Text as="p" variant="body-small" color="secondary">
            {words.interaction(interaction)}
          </Text>
        )}
      </div>
    </li>
  );
};

/** An offer among the results of the portal's search. */
export const OfferResult = ({ result }: OfferResultProps) =>
  result ? (
    <EverybodysWords>
      <Found result={result} />
    </EverybodysWords>
  ) : null;
