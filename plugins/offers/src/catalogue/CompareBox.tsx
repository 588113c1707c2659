import { Button, ButtonLink, Checkbox, Text, VisuallyHidden } from '@backstage/ui';
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
  return (
    <Checkbox
      isSelected={isIn}
      isDisabled={!isIn && compared.length >= MOST_COMPARED}
      onChange={chosen =>
        onChange(chosen ? [...compared, id] : compared.filter(other => other !== id))
      }
    >
      <span aria-hidden="true">{t('catalogue.compare')}</span>
      <VisuallyHidden>{t('catalogue.compareOffer', { title })}</VisuallyHidden>
    </Checkbox>
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
