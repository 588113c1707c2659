import { ButtonLink, Flex, Text } from '@backstage/ui';
import type { ReactNode } from 'react';
import { Ground } from '../parts/Ground';
import { Loading } from '../parts/Loading';
import { NotedLine } from '../parts/NotedLine';
import { Panel } from '../parts/Panel';
import { PlainList } from '../parts/PlainList';
import { Problem } from '../parts/Problem';
import { OffersRoot } from '../shell/OffersRoot';
import styles from './Widget.module.css';

/** One line of a widget: where it leads, and what is said of it. */
export interface WidgetLine {
  id: string;
  title: string;
  href: string;
  note: string;
}

interface WidgetListProps {
  title: string;
  /** undefined while they are not known */
  lines: readonly WidgetLine[] | undefined;
  /** said where there is nothing */
  none: string;
  error: Error | null;
  onRetry: () => void;
  /** left out where it would lead nowhere */
  more?: { label: string; href: string };
}

/** A few things with a way to all of them. */
export const WidgetList = ({ title, lines, none, error, onRetry, more }: WidgetListProps) => (
  <Panel title={title}>
    <Flex direction="column" gap="3">
      {error && <Problem error={error} onRetry={onRetry} />}
      {!lines && !error && <Loading what={title} rows={3} height={36} />}
      {lines?.length === 0 && <Text color="secondary">{none}</Text>}
      {lines && lines.length > 0 && (
        <PlainList label={title}>
          {lines.map(({ id, title: name, href, note }) => (
            <NotedLine key={id} href={href} title={name} note={note} />
          ))}
        </PlainList>
      )}
      {more && (
        <div>
          <ButtonLink size="small" variant="secondary" href={more.href}>
            {more.label}
          </ButtonLink>
        </div>
      )}
    </Flex>
  </Panel>
);

/** What a widget stands in on a page that is not ours. */
export const WidgetRoot = ({ children }: { children: ReactNode }) => (
  <OffersRoot>
    <div className={styles.widget}>
      <Ground>{children}</Ground>
    </div>
  </OffersRoot>
);
