/** The most characters of a name; `offerNameSchema` refuses more. */
const LONGEST = 100;

/** A name for an offer from its title: lower-case letters, digits and single hyphens; empty where a title has none. */
export function nameFrom(title: string): string {
  return title
    .toLowerCase()
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, LONGEST)
    .replace(/^-+|-+$/g, '');
}
