/** Backstage's test services are made of `jest.fn`, which there is not outside of its tests. */
function fn(work: (...given: unknown[]) => unknown = () => undefined) {
  let does = work;
  const mock = (...given: unknown[]) => does(...given);
  const becomes = (next: typeof work) => {
    does = next;
    return mock;
  };
  return Object.assign(mock, {
    mockImplementation: becomes,
    mockReturnValue: (value: unknown) => becomes(() => value),
    mockResolvedValue: (value: unknown) => becomes(async () => value),
  });
}

Object.assign(globalThis, { jest: { fn } });
