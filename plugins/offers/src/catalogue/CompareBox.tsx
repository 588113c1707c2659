import { Button, ButtonLink, Text } from '@backstage/ui';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';
import { MOST_COMPARED } from './address';
import styles from './CataloguePage.module.css';

interface CompareBoxProps {
  offer: { id: string; title: string };
  compared: readonly string[];
  onChange: (ids: readonly string[]) => void;
}

/** Takes an offer into the comparison, as long as there is room. */
export const CompareBox = ({ offer: { id, title }, compared, onChange }: CompareBoxProps) => {
  const t = useT();
  const isIn = compared.includes(id);
  const isFull = !isIn && compared.length >= MOST_COMPARED;
  return (
    <label className={styles.compare} data-full={isFull}>
      <input
        type="checkbox"
        aria-label={t('catalogue.compareOffer', { title })}
        checked={isIn}
        disabled={isFull}
        onChange={() => onChange(isIn ? compared.filter(other => other !== id) : [...compared, id])}
      />
      {t('catalogue.compare')}
    </label>
  );
};

interface CompareBarProps {
  compared: readonly string[];
  onClear: () => void;
}

/** Stays in sight while offers are chosen, and leads to them side by side. */
export const CompareBar = ({ compared, onClear }: CompareBarProps) => {
  const t = useT();
  const links = useLinks();
  if (compared.length === 0) return null;
  return (
    <div className={styles.compareBar} role="region" aria-label={t('catalogue.compare')}>
      <Text>{t('catalogue.comparing', { number: String(compared.length) })}</Text>
      <div className={styles.compareActions}>
        <Button variant="tertiary" size="small" onPress={onClear}>
          {t('catalogue.compareClear')}
        </Button>
        <ButtonLink size="small" href={links.compare(compared)} isDisabled={compared.length < 2}>
          {t('catalogue.compareNow')}
        </ButtonLink>
      </div>
    </div>
  );
};
