import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { Container, Link, Text } from '@backstage/ui';
import { useEffect, type ReactNode } from 'react';
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

/** The body of a page: where it belongs, its heading, what can be done, and the rest. */
export const Page = ({ title, back, badge, lede, actions, children }: PageProps) => {
  useDocumentTitle(title);
  return (
    <Container className={styles.page}>
      <div className={styles.head}>
        <div className={styles.titles}>
          {back && (
            <Link href={back.href} variant="body-small" standalone>
              {`← ${back.label}`}
            </Link>
          )}
          <div className={styles.titleRow}>
            <Text as="h2" variant="title-small" weight="bold">
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
