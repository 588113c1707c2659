import { Button, ButtonIcon, Text, ToggleButton, ToggleButtonGroup } from '@backstage/ui';
import { oneOf } from '@offerdesk/backstage-plugin-offers-common';
import { RiArrowLeftSLine, RiArrowRightSLine } from '@remixicon/react';
import type { ReactNode } from 'react';
import { useT } from '../words/useWords';
import styles from './Calendar.module.css';
import { addMonths, monthWords, type Day } from './months';
import { VIEWS, type CalendarAddress } from './useCalendarAddress';

interface CalendarBarProps extends CalendarAddress {
  today: Day;
  /** what stands at its end */
  children?: ReactNode;
}

/** Leads from month to month, and from one look to another. */
export const CalendarBar = ({ month, view, go, today, children }: CalendarBarProps) => {
  const t = useT();
  return (
    <div className={styles.bar}>
      <ButtonIcon
        aria-label={t('calendar.before')}
        icon={<RiArrowLeftSLine />}
        variant="secondary"
        onPress={() => go({ month: addMonths(month, -1) })}
      />
      <Text as="h3" variant="body-large" weight="bold" className={styles.month} aria-live="polite">
        {monthWords(month, t('words.locale'))}
      </Text>
      <ButtonIcon
        aria-label={t('calendar.after')}
        icon={<RiArrowRightSLine />}
        variant="secondary"
        onPress={() => go({ month: addMonths(month, 1) })}
      />
      <Button variant="tertiary" onPress={() => go({ month: today.slice(0, 7) })}>
        {t('calendar.thisMonth')}
      </Button>
      <ToggleButtonGroup
        aria-label={t('calendar.look')}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[view]}
        onSelectionChange={keys => go({ view: oneOf(VIEWS, [...keys][0]) ?? 'month' })}
      >
        {VIEWS.map(each => (
          <ToggleButton key={each} id={each}>
            {t(`calendar.${each}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {children}
    </div>
  );
};
