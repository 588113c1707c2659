import { Text } from '@backstage/ui';
import { isBlocking } from '@offerdesk/backstage-plugin-offers-common';
import { CheckList } from '../parts/CheckList';
import { Panel } from '../parts/Panel';
import styles from './DraftEditor.module.css';
import { focusField } from './focusField';
import { useLiveCriteria } from './liveCriteria';
import { useT } from '../words/useWords';

/** What the draft still misses, as it is typed; a missing thing leads to its field. */
export const GateAside = ({ isDirty }: { isDirty: boolean }) => {
  const t = useT();
  const criteria = useLiveCriteria();
  const missing = criteria?.filter(isBlocking).length ?? 0;
  return (
    <Panel
      title={t('completeness.title')}
      className={styles.gate}
      note={
        <>
          {criteria &&
            (missing === 0
              ? t('completeness.complete')
              : t('completeness.missing', {
                  missing: String(missing),
                  all: String(criteria.length),
                }))}
          {isDirty && ` ${t('completeness.unsaved')}`}
        </>
      }
    >
      {criteria ? (
        <CheckList
          label={t('completeness.title')}
          checks={criteria.map(({ id, title, state, remedy, field }) => ({
            id,
            holds: state !== 'missing',
            sentence: title,
            remedy,
            onChoose: field ? () => focusField(field) : undefined,
          }))}
        />
      ) : (
        <Text color="secondary">{t('completeness.nothing')}</Text>
      )}
    </Panel>
  );
};
