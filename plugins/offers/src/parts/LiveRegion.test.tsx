import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { LiveRegion, useAnnounce } from './LiveRegion';

const Announcer = () => {
  const announce = useAnnounce();
  return (
    <button type="button" onClick={() => announce('That is the most.')}>
      Say it
    </button>
  );
};

const said = () => screen.getByTestId('offers-live-region');

it('reads the same sentence out again, which has to be another text for that', async () => {
  render(
    <LiveRegion>
      <Announcer />
    </LiveRegion>,
  );
  const texts = new Set<string | null>();
  for (let times = 0; times < 3; times += 1) {
    const before = said().textContent;
    await userEvent.click(screen.getByRole('button'));
    expect(said()).toHaveTextContent('That is the most.');
    expect(said().textContent).not.toBe(before);
    texts.add(said().textContent);
  }
  expect(texts.size).toBe(2);
});

it('is left in place by a dialog, which hides the page behind it', () => {
  render(<LiveRegion>A page</LiveRegion>);
  expect(said()).toHaveAttribute('data-live-announcer');
});
