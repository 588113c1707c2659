import { DependencyGraph, DependencyGraphTypes } from '@backstage/core-components';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { useMedia } from '../parts/useMedia';
import styles from './BundleGraph.module.css';

const WIDTH = 200;
const HEIGHT = 44;
const BESIDE = 16;
const BETWEEN = 48;
const PADDING = 4;

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

/** How many steps stand at each place of the order; a step comes after all that it waits for. */
function rowsOf({ steps }: Bundle): number[] {
  const places = new Map<string, number>();
  for (let round = 0; round < steps.length; round += 1) {
    for (const { key, after } of steps) {
      places.set(key, Math.max(0, ...after.map(before => (places.get(before) ?? 0) + 1)));
    }
  }
  const rows: number[] = [];
  for (const place of places.values()) rows[place] = (rows[place] ?? 0) + 1;
  // A draft may wait for a step that is not there, which leaves a place empty.
  return Array.from(rows, count => count ?? 0);
}

/** How wide the picture is where its letters are as large as those around it. */
function widthOf(bundle: Bundle, isUpright: boolean): number {
  const rows = rowsOf(bundle);
  const [boxes, gap] = isUpright ? [Math.max(...rows), BESIDE] : [rows.length, BETWEEN];
  return boxes * WIDTH + (boxes - 1) * gap + 2 * PADDING;
}

interface BundleGraphProps {
  bundle: Bundle;
  titleOf: (key: string) => string;
  label: string;
}

/** The steps of a bundle as a picture, from what is done first to what is done last: to the right, on a narrow screen downwards. */
export default function BundleGraph({ bundle, titleOf, label }: BundleGraphProps) {
  const isUpright = !useMedia('(min-width: 641px)');
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
      <div style={{ maxInlineSize: widthOf(bundle, isUpright) }}>
        <DependencyGraph
          nodes={nodes}
          edges={edges}
          renderNode={drawBox}
          direction={
            isUpright
              ? DependencyGraphTypes.Direction.TOP_BOTTOM
              : DependencyGraphTypes.Direction.LEFT_RIGHT
          }
          nodeMargin={BESIDE}
          rankMargin={BETWEEN}
          paddingX={PADDING}
          paddingY={PADDING}
          zoom="disabled"
          fit="contain"
          showArrowHeads
          allowFullscreen={false}
        />
      </div>
    </div>
  );
}
