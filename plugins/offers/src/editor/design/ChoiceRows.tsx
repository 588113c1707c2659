import { NumberField, TextField } from '@backstage/ui';
import type { Bundle } from '@offerdesk/backstage-plugin-offers-common';
import { choiceKey } from './bundleDesign';
import { PlainRows } from './PlainRows';
import { useT } from '../../words/useWords';

type Choice = Bundle['choices'][number];

const whole = (value: number, standard: number) => (Number.isNaN(value) ? standard : value);

/** Groups of members of which the consumer takes some. */
export const ChoiceRows = ({ bundle, put }: { bundle: Bundle; put: (bundle: Bundle) => void }) => {
  const t = useT();
  return (
    <PlainRows
      title={t('choices.title')}
      description={t('choices.note')}
      item={t('choices.item')}
      rows={bundle.choices}
      onChange={choices => {
        const keys = new Set(choices.map(({ key }) => key));
        put({
          ...bundle,
          choices,
          // A member of a choice that is taken out is in none.
          steps: bundle.steps.map(({ choice, ...step }) =>
            choice && keys.has(choice) ? { ...step, choice } : step,
          ),
        });
      }}
      make={(): Choice => ({
        key: choiceKey(bundle.choices),
        title: '',
        atLeast: 1,
        atMost: 1,
      })}
      render={(choice, change) => (
        <>
          <TextField
            label={t('choices.what')}
            value={choice.title}
            onChange={title => change({ ...choice, title })}
          />
          <NumberField
            label={t('choices.atLeast')}
            minValue={0}
            maxValue={50}
            value={choice.atLeast}
            onChange={value => change({ ...choice, atLeast: whole(value, 1) })}
          />
          <NumberField
            label={t('choices.atMost')}
            minValue={1}
            maxValue={50}
            value={choice.atMost}
            onChange={value => change({ ...choice, atMost: whole(value, 1) })}
          />
        </>
      )}
    />
  );
};
