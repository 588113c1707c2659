import { z } from 'zod';

/**
 * An object that knows its keys, and says which they are when it meets another: for configuration, where
 * a key that is not known would otherwise do nothing in silence.
 *
 * @param missing - what to say where there is none at all
 */
export function closed<T extends z.core.$ZodLooseShape>(shape: T, missing?: string) {
  return z.strictObject(shape, {
    error: issue => {
      if (issue.code === 'unrecognized_keys') {
        return `${issue.keys.join(', ')} is not known here: rename it to one of ${Object.keys(shape).join(', ')}, or remove it`;
      }
      return issue.code === 'invalid_type' ? missing : undefined;
    },
  });
}
