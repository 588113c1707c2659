import { act, renderHook } from '@testing-library/react';
import { useState } from 'react';
import { useWritten } from './useWritten';

const trimmed = { write: (value: string) => value, read: (written: string) => written.trim() };

const open = (start: string) =>
  renderHook(() => {
    const [value, setValue] = useState(start);
    const [written, change] = useWritten(value, setValue, trimmed);
    return { value, setValue, written, change };
  }).result;

describe('what is written of a value', () => {
  it('stays as it is written while it says the value', () => {
    const field = open('two');
    act(() => field.current.change('two '));
    expect(field.current).toMatchObject({ value: 'two', written: 'two ' });
    act(() => field.current.change('two words'));
    expect(field.current).toMatchObject({ value: 'two words', written: 'two words' });
  });

  it('gives way to a value that comes from elsewhere, such as by undoing', () => {
    const field = open('two');
    act(() => field.current.change('three '));
    act(() => field.current.setValue('two'));
    expect(field.current.written).toBe('two');
  });
});
