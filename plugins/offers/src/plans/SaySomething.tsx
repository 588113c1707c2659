import { Button, Flex, Text, TextAreaField } from '@backstage/ui';
import { useEntityPresentation } from '@backstage/plugin-catalog-react';

import { MOST_COMMENT, type PlanComment } from '@offerdesk/backstage-plugin-offers-common';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useIntent } from '../data/useIntent';
import { Problem } from '../parts/Problem';
import { useT } from '../words/useWords';

/** How much of a question is repeated where it is answered, in characters. */
const REPEATED = 120;

/** The beginning of what was said, as a sentence repeats it. */
export function beginningOf(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length > REPEATED ? `${letters.slice(0, REPEATED).join('')}…` : letters.join('');
}

const Answered = ({ question, onNone }: { question: PlanComment; onNone: () => void }) => {
  const t = useT();
  const who = useEntityPresentation(question.author).primaryTitle;
  return (
    <Flex align="center" gap="2" style={{ flexWrap: 'wrap' }}>
      <Text as="p" color="secondary">
        {t('talk.answering', { who, text: beginningOf(question.text) })}
      </Text>
      <Button size="small" variant="tertiary" onPress={onNone}>
        {t('talk.notAnswering')}
      </Button>
    </Flex>
  );
};

interface SaySomethingProps {
  planId: string;
  /** what is answered; otherwise something new is said */
  question: PlanComment | undefined;
  onQuestion: (question: PlanComment | undefined) => void;
}

/** Asks, answers or remarks. What was written stays until it is known to have arrived. */
export const SaySomething = ({ planId, question, onQuestion }: SaySomethingProps) => {
  const t = useT();
  const [text, setText] = useState('');
  const field = useRef<HTMLDivElement>(null);
  const { run, isPending, error } = useIntent('commentOnPlan', {
    done: t('talk.sent'),
    onDone: () => {
      setText('');
      onQuestion(undefined);
    },
  });
  useEffect(() => {
    if (question) field.current?.querySelector('textarea')?.focus();
  }, [question]);
  const send = () => {
    const said = text.trim();
    if (!said || isPending) return;
    run(idempotencyKey => ({
      params: { id: planId },
      body: { text: said, ...(question ? { answers: question.id } : {}) },
      idempotencyKey,
    }));
  };
  const sendByKey = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    send();
  };
  return (
    <Flex direction="column" gap="3" align="stretch">
      {question && <Answered question={question} onNone={() => onQuestion(undefined)} />}
      <div ref={field} onKeyDownCapture={sendByKey}>
        <TextAreaField
          label={t(question ? 'talk.yourAnswer' : 'talk.yours')}
          description={t('talk.keys')}
          maxLength={MOST_COMMENT}
          value={text}
          onChange={setText}
        />
      </div>
      {error && <Problem error={error} onRetry={send} />}
      <div>
        <Button
          variant="secondary"
          onPress={send}
          isPending={isPending}
          isDisabled={text.trim() === ''}
        >
          {t('talk.send')}
        </Button>
      </div>
    </Flex>
  );
};
