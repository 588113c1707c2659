import { render } from '@testing-library/react';
import { useFoot } from './useFoot';

const foot = () => document.documentElement.style.getPropertyValue('--offers-foot');

const Bar = () => <div ref={useFoot()} />;

it('says how high the bar is while it stands there', () => {
  jest.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(112);
  const { unmount } = render(<Bar />);
  expect(foot()).toBe('112px');
  unmount();
  expect(foot()).toBe('');
});
