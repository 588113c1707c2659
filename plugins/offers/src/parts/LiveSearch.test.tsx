import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router-dom';
import { LiveSearch } from './LiveSearch';

const onSearch = jest.fn();

function openSearch() {
  render(
    <MemoryRouter>
      <LiveSearch label="Search" placeholder="" value="" onSearch={onSearch} />
    </MemoryRouter>,
  );
  const box = screen.getByRole('searchbox');
  return (text: string) => fireEvent.change(box, { target: { value: text } });
}

const pass = (ms: number) => act(() => jest.advanceTimersByTime(ms));

beforeEach(() => {
  onSearch.mockClear();
  jest.useFakeTimers();
});

afterEach(() => jest.useRealTimers());

describe('a search box that is followed as it is typed in', () => {
  it('searches at once for a word that is pasted, and for the word alone', () => {
    const write = openSearch();
    write(' postgres ');
    pass(0);
    expect(onSearch.mock.calls).toEqual([['postgres', false]]);
  });

  it('waits for another letter after the first', () => {
    const write = openSearch();
    write('p');
    pass(200);
    expect(onSearch).not.toHaveBeenCalled();
    write('po');
    pass(0);
    expect(onSearch.mock.calls).toEqual([['po', false]]);
  });

  it('searches for what stands there when letters follow each other quickly, and not for each', () => {
    const write = openSearch();
    write('po');
    pass(50);
    write('pos');
    pass(50);
    write('post');
    pass(50);
    expect(onSearch.mock.calls).toEqual([
      ['po', false],
      ['post', true],
    ]);
  });

  it('says what goes on with the word before, until the box is left, sent or emptied', () => {
    const write = openSearch();
    const box = screen.getByRole('searchbox');
    const steps: [string, () => void][] = [
      ['kafka', () => fireEvent.blur(box)],
      ['redis', () => fireEvent.keyDown(box, { key: 'Enter' })],
      ['mongo', () => fireEvent.click(screen.getByRole('button', { name: 'Clear search' }))],
      ['mysql', () => {}],
    ];
    for (const [word, leave] of steps) {
      write(word);
      pass(200);
      leave();
      pass(200);
    }
    expect(onSearch.mock.calls).toEqual([
      ['kafka', false],
      ['redis', false],
      ['mongo', false],
      ['', false],
      ['mysql', false],
    ]);
  });

  it('searches for a letter alone after a while, and shows everything again at once when it is taken away', () => {
    const write = openSearch();
    write('p');
    pass(250);
    pass(1_000);
    write('');
    pass(0);
    expect(onSearch.mock.calls).toEqual([
      ['p', false],
      ['', true],
    ]);
  });
});
