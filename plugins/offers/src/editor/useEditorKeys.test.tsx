import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useEditorKeys } from './useEditorKeys';

it('undoes and redoes outside of texts and dialogs, and saves from everywhere', async () => {
  const done: string[] = [];
  const Editor = () => {
    useEditorKeys({
      save: () => done.push('save'),
      undo: () => done.push('undo'),
      redo: () => done.push('redo'),
    });
    return (
      <>
        <input aria-label="Title" />
        <button>Add</button>
        <div role="dialog">
          <button>Close</button>
        </div>
      </>
    );
  };
  render(<Editor />);
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
  await userEvent.keyboard('{Control>}z{Shift>}z{/Shift}y{/Control}{Meta>}z{/Meta}z');
  expect(done.splice(0)).toEqual(['undo', 'redo', 'redo', 'undo']);
  await userEvent.click(screen.getByRole('textbox', { name: 'Title' }));
  await userEvent.keyboard('{Control>}zs{/Control}');
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await userEvent.keyboard('{Control>}zs{/Control}');
  expect(done).toEqual(['save', 'save']);
});
