import { Button, Flex, Text } from '@backstage/ui';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';
import {
  COMMENTS_SHOWN,
  type Plan,
  type PlanComment,
} from '@offerdesk/backstage-plugin-offers-common';
import { useState } from 'react';
import { useCall } from '../data/useCall';
import { Loading } from '../parts/Loading';
import { Panel } from '../parts/Panel';
import { Problem } from '../parts/Problem';
import { StateBadge } from '../parts/StateBadge';
import { When } from '../parts/When';
import { Who } from '../parts/Who';
import { useMe } from '../shell/useMe';
import { useT, useWords } from '../words/useWords';
import { exchangesOf, requesterOf, waitsForAnswer, type Exchange } from './conversation';
import styles from './Conversation.module.css';
import { beginningOf, SaySomething } from './SaySomething';

const Said = ({ said, waits }: { said: PlanComment; waits: boolean }) => {
  const { t, surface } = useWords();
  return (
    <>
      <div className={styles.head}>
        <Who entityRef={said.author} />
        <When at={said.at} />
        <span>{surface(said.surface)}</span>
        {waits && <StateBadge label={t('talk.waits')} tone="warning" />}
      </div>
      <p className={styles.text}>{said.text}</p>
    </>
  );
};

interface ExchangeViewProps {
  exchange: Exchange;
  waits: boolean;
  onAnswer: (question: PlanComment) => void;
}

const ExchangeView = ({ exchange, waits, onAnswer }: ExchangeViewProps) => {
  const t = useT();
  const { said, answers } = exchange;
  const who = useEntityPresentation(said.author).primaryTitle;
  return (
    <li>
      <Said said={said} waits={waits} />
      {answers.length > 0 && (
        <ul className={styles.answers} aria-label={t('talk.answers', { who })}>
          {answers.map(answer => (
            <li key={answer.id}>
              <Said said={answer} waits={false} />
            </li>
          ))}
        </ul>
      )}
      <Button
        size="small"
        variant="tertiary"
        aria-label={t('talk.answerTo', { who, text: beginningOf(said.text) })}
        onPress={() => onAnswer(said)}
      >
        {t('talk.answer')}
      </Button>
    </li>
  );
};

interface ConversationPanelProps {
  plan: Plan;
  /** how often it is read again, in milliseconds */
  refreshMs: number | false;
}

/** What was asked, answered and remarked about a plan, here and in Slack, and the way to say something. */
export const ConversationPanel = ({ plan, refreshMs }: ConversationPanelProps) => {
  const t = useT();
  const { me } = useMe();
  const [question, setQuestion] = useState<PlanComment>();
  const { data, error, refetch } = useCall(
    'listPlanComments',
    { params: { id: plan.id } },
    { refetchInterval: () => refreshMs },
  );
  const requester = requesterOf(plan);
  const isAsked = me?.user === requester;
  return (
    <Panel title={t('talk.title')} note={t('talk.note')}>
      <Flex direction="column" gap="5" align="stretch">
        {error && <Problem error={error} onRetry={() => refetch()} />}
        {!data && !error && <Loading what={t('talk.loading')} rows={2} height={48} />}
        {data?.items.length === 0 && <Text color="secondary">{t('talk.none')}</Text>}
        {data && data.items.length >= COMMENTS_SHOWN && (
          <Text color="secondary">{t('talk.latest', { number: String(COMMENTS_SHOWN) })}</Text>
        )}
        {data && data.items.length > 0 && (
          <ul className={styles.talk} aria-label={t('talk.title')}>
            {exchangesOf(data.items).map(exchange => (
              <ExchangeView
                key={exchange.said.id}
                exchange={exchange}
                waits={isAsked && waitsForAnswer(exchange, requester)}
                onAnswer={setQuestion}
              />
            ))}
          </ul>
        )}
        <SaySomething planId={plan.id} question={question} onQuestion={setQuestion} />
      </Flex>
    </Panel>
  );
};
