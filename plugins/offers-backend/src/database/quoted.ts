/** Columns as a list: some have the name of a key word, such as `key`, and both databases take these quotes. */
export function quoted(columns: readonly string[]): string {
  return columns.map(column => `"${column}"`).join(', ');
}
