import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import { useT } from '../words/useWords';
import styles from './StageProgress.module.css';

const stages = ['define', 'implement', 'publish'] as const;

type Progress = 'done' | 'now' | 'ahead';

function progressOf(plan: Pick<Plan, 'stage' | 'state'>, index: number): Progress {
  if (plan.state === 'released') return 'done';
  const at = stages.findIndex(stage => stage === plan.stage);
  if (at < 0 || index > at) return 'ahead';
  return index < at ? 'done' : 'now';
}

/** How far a plan has come through the value stream's stages. */
export const StageProgress = ({ plan }: { plan: Pick<Plan, 'stage' | 'state'> }) => {
  const t = useT();
  return (
    <ol className={styles.stages} aria-label={t('plan.stage.label')}>
      {stages.map((stage, index) => {
        const progress = progressOf(plan, index);
        return (
          <li
            key={stage}
            className={styles.stage}
            data-progress={progress}
            {...(progress === 'now' ? { 'aria-current': 'step' } : {})}
          >
            <span className={styles.name}>
              {t(`plan.progress.${progress}`, { stage: t(`plan.stage.${stage}`) })}
            </span>
            <span className={styles.words}>{t(`plan.stage.${stage}Note`)}</span>
          </li>
        );
      })}
    </ol>
  );
};
