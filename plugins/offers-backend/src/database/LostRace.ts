/**
 * Says that a transaction came upon what it had to lock before what it has locked: it has no effect and runs again, as
 * if the database had found that two waited for each other.
 */
export class LostRace extends Error {
  override name = 'LostRace';

  /** as PostgreSQL says that a transaction could not be put in an order with others (SQLSTATE) */
  readonly code = '40001';
}
