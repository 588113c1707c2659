import { DependencyGraph, DependencyGraphTypes } from '@backstage/core-components';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import styles from './BundleGraph.module.css';

const WIDTH = 200;
const HEIGHT = 44;

/** How much of a title finds room in a box. */
const SHOWN = 24;

interface Box {
  id: string;
  title: string;
  isOptional: boolean;
}

const shortened = (title: string) =>
  title.length > SHOWN ? `${title.slice(0, SHOWN - 1)}…` : title;

const drawBox = ({ node }: DependencyGraphTypes.RenderNodeProps<Box>) => (
  <g>
    <title>{node.title}</title>
    <rect
      width={WIDTH}
      height={HEIGHT}
      rx={8}
      className={styles.box}
      data-optional={node.isOptional}
    />
    <text x={WIDTH / 2} y={HEIGHT / 2} className={styles.title}>
      {shortened(node.title)}
    </text>
  </g>
);

interface BundleGraphProps {
  bundle: Bundle;
  titleOf: (key: string) => string;
  label: string;
}

/** The steps of a bundle as a picture, from what is done first to what is done last. */
export default function BundleGraph({ bundle, titleOf, label }: BundleGraphProps) {
  const nodes = bundle.steps.map(({ key, optional, choice }) => ({
    id: key,
    title: titleOf(key),
    isOptional: optional || choice !== undefined,
  }));
  const edges = bundle.steps.flatMap(({ key, after }) =>
    after.map(before => ({ from: before, to: key })),
  );
  return (
    <div className={styles.graph} role="img" aria-label={label}>
      <DependencyGraph
        nodes={nodes}
        edges={edges}
        renderNode={drawBox}
        direction={DependencyGraphTypes.Direction.LEFT_RIGHT}
        nodeMargin={16}
        rankMargin={48}
        paddingX={4}
        paddingY={4}
        zoom="disabled"
        fit="contain"
        showArrowHeads
        allowFullscreen={false}
      />
    </div>
  );
}
