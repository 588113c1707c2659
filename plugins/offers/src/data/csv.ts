/** What a spreadsheet may take for a formula; only what is nothing but a number begins so and is none. */
const FORMULA = /^[=+@\t\r]|^-(?!\d+([.,]\d+)*$)/;

/** A cell as CSV writes it; what a spreadsheet would take for a formula is kept a text. */
function cell(value: string): string {
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

/** A table as CSV (RFC 4180), its heading first. */
export function csvOf(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  return [heading, ...rows].map(row => `${row.map(cell).join(',')}\r\n`).join('');
}
