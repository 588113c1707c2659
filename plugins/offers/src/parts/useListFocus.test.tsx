import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { useListFocus } from './useListFocus';

const List = () => {
  const [items, setItems] = useState(['a', 'b']);
  const { list, adding, takingOut } = useListFocus<HTMLDivElement>(items.length);
  return (
    <div ref={list} data-list>
      {items.map(item => (
        <p key={item} data-item>
          <input aria-label={item} />
          <button
            onClick={({ currentTarget }) => {
              takingOut(currentTarget);
              setItems(items.filter(other => other !== item));
            }}
          >
            {`Take out ${item}`}
          </button>
        </p>
      ))}
      <button
        onClick={() => {
          adding();
          setItems([...items, 'c']);
        }}
      >
        Add
      </button>
    </div>
  );
};

it('goes on in what was added, and stays where something was taken out', async () => {
  render(<List />);
  await userEvent.click(screen.getByText('Add'));
  expect(screen.getByLabelText('c')).toHaveFocus();
  await userEvent.click(screen.getByText('Take out a'));
  expect(screen.getByLabelText('b')).toHaveFocus();
  await userEvent.click(screen.getByText('Take out c'));
  expect(screen.getByText('Add')).toHaveFocus();
});
