import { Button, ButtonLink, Text } from '@backstage/ui';
import { useEffect } from 'react';
import { FootBar } from '../parts/FootBar';
import { useAnnounce } from '../parts/LiveRegion';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';
import { MOST_COMPARED } from './address';
import styles from './CataloguePage.module.css';

interface CompareBoxProps {
  offer: { id: string; title: string };
  compared: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

/** Takes an offer into the comparison, as long as there is room; who presses it then hears why not. */
export const CompareBox = ({ offer: { id, title }, compared, onChange }: CompareBoxProps) => {
  const t = useT();
  const announce = useAnnounce();
  const isIn = compared.includes(id);
  const isFull = !isIn && compared.length >= MOST_COMPARED;
  const why = isFull ? t('catalogue.compareFull') : undefined;
  const press = () => {
    if (why) announce(why);
    else onChange(isIn ? compared.filter(other => other !== id) : [...compared, id]);
  };
  return (
    <label className={styles.compare} data-full={isFull} title={why}>
      <input
        type="checkbox"
        aria-label={t('catalogue.compareOffer', { title })}
        checked={isIn}
        // Not disabled, which would take it from the keyboard without a word.
        aria-disabled={isFull}
        onChange={press}
      />
      <span>{t('catalogue.compare')}</span>
    </label>
  );
};

interface CompareBarProps {
  compared: readonly string[];
  /** another instant that the reader looks at */
  at: string | undefined;
  onClear: () => void;
}

/** Stays in sight while offers are chosen, and leads to them side by side. */
export const CompareBar = ({ compared, at, onClear }: CompareBarProps) => {
  const t = useT();
  const links = useLinks();
  const announce = useAnnounce();
  const count = compared.length;
  const chosen = t('catalogue.comparing', { number: String(count) });
  const sentence = count < MOST_COMPARED ? chosen : `${chosen}. ${t('catalogue.compareFull')}`;
  useEffect(() => {
    if (count > 0) announce(sentence);
  }, [count, sentence, announce]);
  if (count === 0) return null;
  return (
    <FootBar label={t('catalogue.compare')}>
      <Text className={styles.compared}>{sentence}</Text>
      <div className={styles.compareActions}>
        <Button variant="tertiary" size="small" onPress={onClear}>
          {t('catalogue.compareClear')}
        </Button>
        <ButtonLink size="small" href={links.compare(compared, at)} isDisabled={count < 2}>
          {t('catalogue.compareNow')}
        </ButtonLink>
      </div>
    </FootBar>
  );
};
