import { Link, Skeleton, Text } from '@backstage/ui';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { lazy, Suspense } from 'react';
import { useAsOf } from '../asOf/useAsOf';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { useLinks } from '../shell/useLinks';
import { useT } from '../words/useWords';
import type { BundleSteps } from './useBundleSteps';

// The library that draws it is heavy, and few offers are bundles.
const BundleGraph = lazy(() => import('./BundleGraph'));

type Step = Bundle['steps'][number];

const StepLine = ({ step, steps }: { step: Step; steps: BundleSteps }) => {
  const t = useT();
  const links = useLinks();
  const { at } = useAsOf();
  const name = steps.nameOf(step.key);
  const title = steps.titleOf(step.key);
  const words = [
    step.after.length > 0
      ? t('bundle.after', { steps: step.after.map(steps.titleOf).join(', ') })
      : t('bundle.first'),
    ...(step.optional || step.choice ? [t('bundle.optional')] : []),
  ];
  return (
    <li>
      {step.quantity > 1 && `${t('bundle.times', { quantity: String(step.quantity) })} `}
      {name ? <Link href={links.offer(name, at)}>{title}</Link> : title}
      <Text color="secondary">{` – ${words.join(', ')}`}</Text>
    </li>
  );
};

/** The parts of a bundle and what each waits for, drawn and in words. */
export const BundlePanel = ({ bundle, steps }: { bundle: Bundle; steps: BundleSteps }) => {
  const t = useT();
  return (
    <Panel heading="h4" title={t('bundle.title')} note={t('bundle.note')}>
      <Suspense fallback={<Skeleton width="100%" height={180} />}>
        <BundleGraph bundle={bundle} titleOf={steps.titleOf} label={t('bundle.graph')} />
      </Suspense>
      <PlainList label={t('bundle.steps')}>
        {bundle.steps.map(step => (
          <StepLine key={step.key} step={step} steps={steps} />
        ))}
      </PlainList>
    </Panel>
  );
};
