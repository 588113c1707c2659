import '@testing-library/jest-dom';
import { configure } from '@testing-library/react';
import { findLabelsQuickly } from './__testUtils__/labels';

// Pages come lazily, and the first of them brings the whole component library with it: on a busy machine
// that takes seconds, and a test that waits for a page waits for that too.
configure({ asyncUtilTimeout: 10_000 });
jest.setTimeout(40_000);

// jsdom draws nothing: what is drawn there has no size to ask for.
Object.defineProperty(SVGElement.prototype, 'getBBox', {
  value: () => ({ x: 0, y: 0, width: 0, height: 0 }),
});

findLabelsQuickly();
