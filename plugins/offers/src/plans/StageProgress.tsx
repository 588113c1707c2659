import type { Plan } from '@offerdesk/backstage-plugin-offers-common';
import styles from './StageProgress.module.css';

const stages = [
  { id: 'define', name: 'Define', words: 'Say what is offered; get it approved' },
  { id: 'implement', name: 'Implement', words: 'Make it real and check it' },
  { id: 'publish', name: 'Publish', words: 'Open it to its audience' },
] as const;

const words = { done: 'done', now: 'now', ahead: 'to come' };

function progressOf(plan: Pick<Plan, 'stage' | 'state'>, index: number): keyof typeof words {
  if (plan.state === 'released') return 'done';
  const at = stages.findIndex(({ id }) => id === plan.stage);
  if (at < 0 || index > at) return 'ahead';
  return index < at ? 'done' : 'now';
}

/** How far a plan has come through the value stream's stages. */
export const StageProgress = ({ plan }: { plan: Pick<Plan, 'stage' | 'state'> }) => (
  <ol className={styles.stages} aria-label="Stages">
    {stages.map((stage, index) => {
      const progress = progressOf(plan, index);
      return (
        <li
          key={stage.id}
          className={styles.stage}
          data-progress={progress}
          {...(progress === 'now' ? { 'aria-current': 'step' } : {})}
        >
          <span className={styles.name}>{`${stage.name} (${words[progress]})`}</span>
          <span className={styles.words}>{stage.words}</span>
        </li>
      );
    })}
  </ol>
);
