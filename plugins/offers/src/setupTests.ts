import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';

// Pages come lazily, and the first of them brings the whole component library with it: on a busy machine
// that takes seconds, and a test that waits for a page waits for that too.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(40_000);

// jsdom draws nothing: what is drawn there has no size to ask for.
Object.defineProperty(SVGElement.prototype, 'getBBox', {
  value: () => ({ x: 0, y: 0, width: 0, height: 0 }),
});

// A field that begins without a value and gets one loses what was typed meanwhile: React says so, and here it fails.
const uncontrolled: unknown[] = [];
const { error: tell } = console;
console.error = (...said: unknown[]) => {
  if (String(said[0]).includes('uncontrolled')) uncontrolled.push(said);
  tell(...said);
};
afterEach(() => {
  expect(uncontrolled.splice(0)).toEqual([]);
});
