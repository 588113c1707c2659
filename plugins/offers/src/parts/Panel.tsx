import { Card, CardBody, CardHeader, Flex, Text } from '@backstage/ui';
import { useId, type ReactNode } from 'react';

interface PanelProps {
  title: string;
  /** said below the title */
  note?: ReactNode;
  /** stands at the end of the title's line */
  aside?: ReactNode;
  children: ReactNode;
  /** its place among the headings of the page */
  heading?: 'h3' | 'h4';
  className?: string;
}

/** A part of a page with a heading of its own. */
export const Panel = ({ title, note, aside, children, className, heading = 'h3' }: PanelProps) => {
  const id = useId();
  return (
    <section aria-labelledby={id} className={className}>
      <Card>
        <CardHeader>
          <Flex justify="between" align="center" gap="3" style={{ flexWrap: 'wrap' }}>
            <Text as={heading} id={id} variant="body-large" weight="bold">
              {title}
            </Text>
            {aside}
          </Flex>
          {note && (
            <Text as="p" variant="body-medium" color="secondary">
              {note}
            </Text>
          )}
        </CardHeader>
        {children && <CardBody>{children}</CardBody>}
      </Card>
    </section>
  );
};
