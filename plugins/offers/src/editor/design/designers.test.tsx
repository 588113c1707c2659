import { mockApis, TestApiProvider } from '@backstage/frontend-test-utils';
import { errorApiRef } from '@backstage/core-plugin-api';
import { translationApiRef } from '@backstage/core-plugin-api/alpha';
import { QueryClientProvider } from '@tanstack/react-query';
import {
  bundleSchema,
  optionProblems,
  type Content,
} from '@offerdesk/backstage-plugin-offers-common';
import { act, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ComponentType } from 'react';
import { FormProvider, useForm } from 'react-hook-form';
import {
  aCard,
  aContent,
  aListedOffer,
  aManagedOffer,
  OFFER_ID,
  PLAN_ID,
} from '../../__testUtils__/builders';
import { backend } from '../../__testUtils__/renderOffers';
import { englishT } from '../../__testUtils__/translators';
import { offersApiRef } from '../../data/offersApi';
import { createQueryClient } from '../../data/queryClient';
import { Translator } from '../../words/useT';
import { toForm, type DraftForm } from '../draftForm';
import { useUndo } from '../useUndo';
import { BundleDesigner } from './BundleDesigner';
import {
  newOption,
  noOptions,
  readOptions,
  withDesigned,
  type DesignedOption,
} from './optionDesign';
import { OptionDesigner } from './OptionDesigner';

const t = englishT();
/** In which currencies an offer is sold, by its id. */
const sold = new Map<string, string[]>();
const { api } = backend({
  offersById: { items: [aCard({ title: 'PostgreSQL' })] },
  listOffers: { items: [aListedOffer()] },
  getOffer: ({ params: { id } }) =>
    aManagedOffer({
      id,
      published: {
        number: 1,
        options: noOptions,
        priceLists: (sold.get(id) ?? []).map(currency => ({
          currency,
          audience: [],
          charges: [{ kind: 'one-off', label: 'Start', amount: '1' }],
        })),
      },
    }),
});
const apis = [
  [translationApiRef, mockApis.translation()],
  [errorApiRef, mockApis.error()],
  [offersApiRef, api],
] as const;

const choice = (name: string, values: string[]): DesignedOption => ({
  ...newOption(name),
  title: name,
  type: 'choice',
  values,
});

/** Opens a designer over a content, and gives the form that it writes into. */
function openDesigner(Designer: ComponentType, content: Content) {
  let form: ReturnType<typeof useForm<DraftForm>> | undefined;
  const Editor = () => {
    form = useForm<DraftForm>({ defaultValues: toForm(undefined, content, 'UTC') });
    const { undo } = useUndo(form);
    return (
      <Translator.Provider value={t}>
        <FormProvider {...form}>
          <Designer />
          <button onClick={undo}>Undo</button>
        </FormProvider>
      </Translator.Provider>
    );
  };
  render(
    <TestApiProvider apis={apis}>
      <QueryClientProvider client={createQueryClient()}>
        <Editor />
      </QueryClientProvider>
    </TestApiProvider>,
  );
  return () => form;
}

/** Opens the designer of options over some, and gives what it has made of them. */
function design(...designed: DesignedOption[]) {
  const content = { ...aContent(), options: withDesigned(noOptions, designed) };
  const form = openDesigner(OptionDesigner, content);
  return () => readOptions(form()?.getValues('content.options') ?? '');
}

const card = (name: string) => screen.getByRole('listitem', { name: `Option ${name}` });
const open = (name: string) =>
  userEvent.click(screen.getByRole('button', { name: `Edit ${name}` }));
const pick = async (list: RegExp, option: string) => {
  await userEvent.click(screen.getByRole('button', { name: list }));
  await userEvent.click(screen.getByRole('option', { name: option }));
};

describe('the designer of options', () => {
  it('undoes what was written in a card that is open', async () => {
    const made = design(choice('size', ['small']));
    await open('size');
    const values = screen.getByLabelText('Values');
    await userEvent.click(values);
    await userEvent.paste('\nvery large');
    expect(made().schema.properties).toMatchObject({ size: { enum: ['small', 'very large'] } });
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(values).toHaveValue('small');
  });

  it('takes the words of a standard as they are typed, spaces too', async () => {
    const made = design({ ...newOption('note'), title: 'Note' });
    await open('note');
    await userEvent.type(screen.getByLabelText('Unless they say'), 'two words');
    expect(made().schema.properties).toMatchObject({ note: { default: 'two words' } });
  });

  it('asks a condition for a value that the other option can have', async () => {
    const made = design(choice('size', ['small', 'large']), {
      ...newOption('nodes'),
      title: 'Nodes',
    });
    await open('nodes');
    await pick(/Asked/, 'When size is');
    await pick(/this value/, 'large');
    expect(made().schema.allOf).toMatchObject([
      { if: { properties: { size: { const: 'large' } } } },
    ]);
    expect(optionProblems(made())).toEqual([]);
  });

  it('calls an option anew as it is typed, and what names it follows', async () => {
    const made = design(choice('size', ['small', 'large']), {
      ...newOption('nodes'),
      title: 'Nodes',
      when: { option: 'size', equals: 'large' },
    });
    await open('size');
    const name = screen.getByLabelText('Name in orders');
    await userEvent.clear(name);
    await userEvent.paste('nodes');
    expect(screen.getByText('Another option or toggle has this name')).toBeVisible();
    await userEvent.paste('Class');
    expect(name).toHaveFocus();
    expect(made().schema).toMatchObject({
      properties: { nodesClass: { enum: ['small', 'large'] } },
      allOf: [{ if: { properties: { nodesClass: { const: 'large' } } } }],
    });
    expect(optionProblems(made())).toEqual([]);
    await userEvent.click(screen.getByRole('button', { name: 'Undo' }));
    expect(made().schema.properties).toHaveProperty('size');
  });

  it('keeps the focus with what is moved, and moves nothing past the end', async () => {
    const made = design(...['a', 'b', 'c'].map(name => choice(name, ['x'])));
    const up = () => within(card('b')).getByRole('button', { name: 'Move the option b up' });
    const down = () => within(card('b')).getByRole('button', { name: 'Move the option b down' });
    act(() => down().focus());
    await userEvent.keyboard('{Enter}');
    expect(Object.keys(made().schema.properties ?? {})).toEqual(['a', 'c', 'b']);
    expect(down()).toBeDisabled();
    expect(up()).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await userEvent.keyboard('{Enter}');
    expect(Object.keys(made().schema.properties ?? {})).toEqual(['b', 'a', 'c']);
    expect(up()).toBeDisabled();
    expect(down()).toHaveFocus();
  });
});

describe('the designer of bundles', () => {
  it('calls the steps of a circle that it refuses by their titles, each by its own', async () => {
    const steps = [
      { key: 'db', offerId: OFFER_ID },
      { key: 'db-2', offerId: OFFER_ID, after: ['db'] },
    ];
    openDesigner(BundleDesigner, { ...aContent(), bundle: bundleSchema.parse({ steps }) });
    const first = await screen.findByRole('listitem', { name: 'PostgreSQL (1)' });
    await userEvent.click(within(first).getByRole('checkbox', { name: 'PostgreSQL (2)' }));
    expect(within(first).getByRole('alert')).toHaveTextContent(
      'The steps PostgreSQL (1), PostgreSQL (2), PostgreSQL (1) wait for each other',
    );
  });

  it.each([
    ['It is sold in EUR.', ['EUR'], ['USD', 'EUR']],
    ['consumers choose: EUR, USD', ['EUR', 'USD'], ['USD', 'EUR']],
    ['nobody could order it', ['EUR'], ['USD']],
  ])('says in which currencies its members can be had: %s', async (said, first, second) => {
    sold.set(OFFER_ID, first);
    sold.set(PLAN_ID, second);
    const steps = [
      { key: 'db', offerId: OFFER_ID },
      { key: 'disk', offerId: PLAN_ID },
    ];
    openDesigner(BundleDesigner, { ...aContent(), bundle: bundleSchema.parse({ steps }) });
    expect(await screen.findByText(new RegExp(said))).toBeInTheDocument();
  });

  it('leads the keyboard on to the next member after one was added', async () => {
    openDesigner(BundleDesigner, aContent());
    await userEvent.type(screen.getByRole('combobox', { name: 'Add a member' }), 'Post');
    await userEvent.click(await screen.findByRole('option', { name: /PostgreSQL/ }));
    expect(await screen.findByRole('listitem', { name: 'PostgreSQL' })).toBeInTheDocument();
    expect(screen.getByRole('combobox', { name: 'Add a member' })).toHaveFocus();
  });
});
