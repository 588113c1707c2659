import { Alert } from '@backstage/ui';
import type { ManagedOffer } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../words/useWords';
import styles from './DraftEditor.module.css';

/** Says what of the software catalogue an offer names that is not there: a release would be refused (rule 14). */
export const DanglingNotice = ({ offer: { dangling = [] } }: { offer: ManagedOffer }) => {
  const t = useT();
  if (dangling.length === 0) return null;
  return (
    <Alert
      className={styles.notice}
      status="warning"
      icon
      title={t('editor.dangling')}
      description={t('editor.danglingWhat', { refs: dangling.join(', ') })}
    />
  );
};
