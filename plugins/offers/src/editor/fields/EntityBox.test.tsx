import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { QueryClientProvider } from '@tanstack/react-query';
import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { createQueryClient } from '../../data/queryClient';
import { EntityBox } from './EntityBox';

const team = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name: 'platform-team', namespace: 'default', title: 'Platform' },
};

/** A form that takes its time to take a choice over. */
const SlowForm = () => {
  const [value, setValue] = useState('');
  return (
    <QueryClientProvider client={createQueryClient()}>
      <EntityBox
        label="Owner"
        kinds={['group']}
        value={value}
        onChange={ref => setTimeout(() => setValue(ref), 50)}
      />
    </QueryClientProvider>
  );
};

test('a list of entities is closed by a choice, however late the form follows', async () => {
  renderInTestApp(<SlowForm />, {
    apis: [[catalogApiRef, catalogApiMock({ entities: [team] })]],
  });
  const box = await screen.findByRole('combobox', { name: 'Owner' });
  await userEvent.type(box, 'plat');
  await userEvent.click(await screen.findByRole('option', { name: 'Platform' }));
  await act(() => new Promise(resolve => setTimeout(resolve, 100)));
  expect(box).toHaveValue('group:default/platform-team');
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
  // The list shows again what is chosen already, and is closed by the same choice.
  await userEvent.keyboard('{ArrowDown}');
  await userEvent.click(await screen.findByRole('option', { name: 'Platform' }));
  await act(() => new Promise(resolve => setTimeout(resolve, 100)));
  expect(box).toHaveValue('group:default/platform-team');
  expect(screen.queryByRole('listbox')).not.toBeInTheDocument();
});
