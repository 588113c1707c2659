import { useState } from 'react';

/** How a value is written while somebody types it, and what value that is. */
export interface Writing<Value, Written> {
  write: (value: Value) => Written;
  read: (written: Written) => Value;
}

const isSame = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * What stands in a field while somebody writes, which is more than its value: "two " on the way to "two words", or a row
 * that has no name yet. It gives way as soon as the value becomes another one than it says, by undoing or by loading.
 *
 * @returns what to show, and what to call when somebody writes
 */
export function useWritten<Value, Written>(
  value: Value,
  onChange: (value: Value) => void,
  { write, read }: Writing<Value, Written>,
): [written: Written, change: (written: Written) => void] {
  const [held, hold] = useState<{ written: Written }>();
  const written = held && isSame(read(held.written), value) ? held.written : write(value);
  return [
    written,
    next => {
      hold({ written: next });
      onChange(read(next));
    },
  ];
}
