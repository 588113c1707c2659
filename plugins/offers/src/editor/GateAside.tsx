import { Text } from '@backstage/ui';
import { isBlocking, offerCompleteness } from '@offerdesk/backstage-plugin-offers-common';
import { useMemo } from 'react';
import { useCall } from '../data/useCall';
import { CheckList } from '../parts/CheckList';
import { Panel } from '../parts/Panel';
import styles from './DraftEditor.module.css';
import { focusField } from './focusField';
import { useLiveDraft } from './liveDraft';
import { useT } from '../words/useWords';

function useLiveCriteria() {
  const draft = useLiveDraft();
  const categories = useCall('categories', {}).data;
  return useMemo(
    () =>
      draft && categories
        ? offerCompleteness({
            owner: draft.owner,
            content: draft.content,
            categories: categories.items.map(({ id }) => id),
          })
        : undefined,
    [draft, categories],
  );
}

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
