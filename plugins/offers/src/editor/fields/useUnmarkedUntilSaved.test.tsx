import { act, renderHook } from '@testing-library/react';
import type { PropsWithChildren } from 'react';
import { FormProvider, set, useFieldArray, useForm, type ResolverResult } from 'react-hook-form';
import { aManagedOffer } from '../../__testUtils__/builders';
import type { DraftForm } from '../draftForm';
import { loadedDraftOf } from '../loadedDraft';
import { useUnmarkedUntilSaved } from './useUnmarkedUntilSaved';

const NAME = 'content.knowledge.documents' as const;

/** Every document without a title is wrong. */
const resolver = (form: DraftForm): ResolverResult<DraftForm> => {
  const errors = {};
  form.content.knowledge.documents.forEach(({ title }, at) => {
    const error = { type: 'schema', message: 'Give the link a title' };
    if (!title) set(errors, `${NAME}.${at}.title`, error);
  });
  return { values: {}, errors };
};

const blank = { title: '', url: '', entity: '', path: '', for: [] };

const loaded = loadedDraftOf(aManagedOffer());

function useRows() {
  return useForm<DraftForm>({
    ...(loaded ? { defaultValues: loaded.form } : {}),
    resolver,
  });
}

test('what is added after a refused save is not marked at once, and is when it is saved again', async () => {
  let form: ReturnType<typeof useRows> | undefined;
  const Wrapper = ({ children }: PropsWithChildren) => {
    form = useRows();
    return <FormProvider {...form}>{children}</FormProvider>;
  };
  const { result } = renderHook(
    () => {
      const rows = useFieldArray<DraftForm, typeof NAME>({ name: NAME });
      const unmarked = useUnmarkedUntilSaved(
        NAME,
        rows.fields.map(({ id }) => id),
      );
      return { ...rows, unmarked };
    },
    { wrapper: Wrapper },
  );
  const errors = () =>
    [0, 1].map(at => form?.getFieldState(`${NAME}.${at}.title`).error?.message ?? '');
  const save = () => act(async () => form?.handleSubmit(() => {})());
  const add = () =>
    act(async () => {
      result.current.unmarked();
      result.current.append(blank);
    });

  await act(async () => result.current.replace([]));
  await add();
  await save();
  expect(errors()).toEqual(['Give the link a title', '']);
  await add();
  expect(errors()).toEqual(['Give the link a title', '']);
  await save();
  expect(errors()).toEqual(['Give the link a title', 'Give the link a title']);
});
