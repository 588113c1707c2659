import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { Container, Link, Text } from '@backstage/ui';
import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation, useNavigationType } from 'react-router-dom';
import ground from './Ground.module.css';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  /** where the reader came from */
  back?: { label: string; href: string };
  badge?: ReactNode;
  lede?: ReactNode;
  actions?: ReactNode;
  children: ReactNode;
}

function useDocumentTitle(title: string) {
  const app = useApi(configApiRef).getOptionalString('app.title') ?? 'Backstage';
  useEffect(() => {
    document.title = `${title} | ${app}`;
  }, [title, app]);
}

/** Whoever went on to another page hears and has the focus on where they are now. */
function useFocusAfterNavigation() {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname } = useLocation();
  const went = useNavigationType() === 'PUSH';
  useEffect(() => {
    if (went) heading.current?.focus({ preventScroll: true });
    // Filters and pages change the address too, and keep the focus where it is.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [pathname]);
  return heading;
}

/** The body of a page: where it belongs, its heading, what can be done, and the rest. */
export const Page = ({ title, back, badge, lede, actions, children }: PageProps) => {
  useDocumentTitle(title);
  const heading = useFocusAfterNavigation();
  return (
    <Container className={`${styles.page} ${ground.ground}`}>
      <div className={styles.head}>
        <div className={styles.titles}>
          {back && (
            <Link href={back.href} variant="body-small" standalone>
              {`← ${back.label}`}
            </Link>
          )}
          <div className={styles.titleRow}>
            <Text
              as="h2"
              ref={heading}
              tabIndex={-1}
              variant="title-small"
              weight="bold"
              className={styles.title}
            >
              {title}
            </Text>
            {badge}
          </div>
          {lede && (
            <Text as="p" variant="body-large" color="secondary">
              {lede}
            </Text>
          )}
        </div>
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </Container>
  );
};
