import { Grid, grid } from './grid';

/** The offer page: its audience while it is offered, and staff while a version serves or has served. */
export const consumersRead = grid(`
             open  held  canary  hidden  denied  early  ended  planned  draft  missing
  anonymous  401   401   401     401     401     401    401    401      401    401
  expired    401   401   401     401     401     401    401    401      401    401
  otto       404   404   404     404     404     404    404    404      404    404
  ada        200   200   404     404     404     404    404    404      404    404
  ben        200   200   200     404     200     404    404    404      404    404
  olga       200   200   200     200     200     404    200    404      404    404
  carla      200   200   200     200     200     404    200    404      404    404
  mia        200   200   200     200     200     404    200    404      404    404
  nils       200   200   200     200     200     404    200    404      404    404
  bot        404   404   404     404     404     404    404    404      404    404
  other      404   404   404     404     404     404    404    404      404    404
`);

/** What staff may ask of every offer and consumers of theirs. */
export const consumersAndStaffRead = grid(`
             open  held  canary  hidden  denied  early  ended  planned  draft  missing
  anonymous  401   401   401     401     401     401    401    401      401    401
  expired    401   401   401     401     401     401    401    401      401    401
  otto       404   404   404     404     404     404    404    404      404    404
  ada        200   200   404     404     404     404    404    404      404    404
  ben        200   200   200     404     200     404    404    404      404    404
  olga       200   200   200     200     200     200    200    200      200    404
  carla      200   200   200     200     200     200    200    200      200    404
  mia        200   200   200     200     200     200    200    200      200    404
  nils       200   200   200     200     200     200    200    200      200    404
  bot        404   404   404     404     404     404    404    404      404    404
  other      404   404   404     404     404     404    404    404      404    404
`);

/** What only staff may ask; consumers are told so of offers that they see, and nothing of the others. */
export const staffAskMore = grid(`
             open  held  canary  hidden  denied  early  ended  planned  draft  missing
  anonymous  401   401   401     401     401     401    401    401      401    401
  expired    401   401   401     401     401     401    401    401      401    401
  otto       404   404   404     404     404     404    404    404      404    404
  ada        403   403   404     404     404     404    404    404      404    404
  ben        403   403   403     404     403     404    404    404      404    404
  olga       200   200   200     200     200     200    200    200      200    404
  carla      200   200   200     200     200     200    200    200      200    404
  mia        200   200   200     200     200     200    200    200      200    404
  nils       200   200   200     200     200     200    200    200      200    404
  bot        404   404   404     404     404     404    404    404      404    404
  other      404   404   404     404     404     404    404    404      404    404
`);

/** Naming an offer in a demand that is refused for its source: who does not see the offer learns nothing of it. */
export const demandNames = grid(`
              open  hidden  denied  early  ended  planned  draft  missing
  anonymous   401   401     401     401    401    401      401    401
  expired     401   401     401     401    401    401      401    401
  otto        404   404     404     404    404    404      404    404
  ada         403   404     404     404    404    404      404    404
  ben         403   404     403     404    404    404      404    404
  olga        403   403     403     403    403    403      403    404
  carla       403   403     403     403    403    403      403    404
  mia         403   403     403     403    403    403      403    404
  nils        403   403     403     403    403    403      403    404
  bot         403   403     403     403    403    403      403    403
  other       403   403     403     403    403    403      403    403
`);

/** What serves now: its audience, and staff. */
export const servedNow = grid(`
              open  hidden  denied  early  ended  planned  draft  missing
  anonymous   401   401     401     401    401    401      401    401
  expired     401   401     401     401    401    401      401    401
  otto        404   404     404     404    404    404      404    404
  ada         200   404     404     404    404    404      404    404
  ben         200   404     200     404    404    404      404    404
  olga        200   200     200     404    404    404      404    404
  carla       200   200     200     404    404    404      404    404
  mia         200   200     200     404    404    404      404    404
  nils        200   200     200     404    404    404      404    404
  bot         404   404     404     404    404    404      404    404
  other       404   404     404     404    404    404      404    404
`);

/** What only staff may ask of what serves; consumers are told so of offers that they see. */
export const staffAskServed = grid(`
              open  hidden  denied  early  ended  planned  draft  missing
  anonymous   401   401     401     401    401    401      401    401
  expired     401   401     401     401    401    401      401    401
  otto        404   404     404     404    404    404      404    404
  ada         403   404     404     404    404    404      404    404
  ben         403   404     403     404    404    404      404    404
  olga        200   200     200     404    404    404      404    404
  carla       200   200     200     404    404    404      404    404
  mia         200   200     200     404    404    404      404    404
  nils        200   200     200     404    404    404      404    404
  bot         404   404     404     404    404    404      404    404
  other       404   404     404     404    404    404      404    404
`);

/** Reading an offer as staff. */
export const staffRead = grid(`
             open  held  canary  hidden  denied  early  ended  planned  draft  missing
  anonymous  401   401   401     401     401     401    401    401      401    401
  expired    401   401   401     401     401     401    401    401      401    401
  otto       404   404   404     404     404     404    404    404      404    404
  ada        404   404   404     404     404     404    404    404      404    404
  ben        404   404   404     404     404     404    404    404      404    404
  olga       200   200   200     200     200     200    200    200      200    404
  carla      200   200   200     200     200     200    200    200      200    404
  mia        200   200   200     200     200     200    200    200      200    404
  nils       200   200   200     200     200     200    200    200      200    404
  bot        403   403   403     403     403     403    403    403      403    403
  other      403   403   403     403     403     403    403    403      403    403
`);

/** Reading a draft as staff: where an offer has one. */
export const draftsRead = grid(`
             open  held  canary  hidden  denied  early  ended  planned  draft  missing
  anonymous  401   401   401     401     401     401    401    401      401    401
  expired    401   401   401     401     401     401    401    401      401    401
  otto       404   404   404     404     404     404    404    404      404    404
  ada        404   404   404     404     404     404    404    404      404    404
  ben        404   404   404     404     404     404    404    404      404    404
  olga       404   404   404     404     404     404    404    200      200    404
  carla      404   404   404     404     404     404    404    200      200    404
  mia        404   404   404     404     404     404    404    200      200    404
  nils       404   404   404     404     404     404    404    200      200    404
  bot        403   403   403     403     403     403    403    403      403    403
  other      403   403   403     403     403     403    403    403      403    403
`);

/** Editing a draft: its owners and those whose role is to; asked with a revision that nobody has. */
export const ownersEdit = grid(`
             open  held  canary  hidden  denied  early  ended  planned  draft  missing
  anonymous  401   401   401     401     401     401    401    401      401    401
  expired    401   401   401     401     401     401    401    401      401    401
  otto       404   404   404     404     404     404    404    404      404    404
  ada        404   404   404     404     404     404    404    404      404    404
  ben        404   404   404     404     404     404    404    404      404    404
  olga       409   409   409     409     409     409    409    409      409    404
  carla      409   409   409     409     409     409    409    409      409    404
  mia        403   403   403     403     403     403    403    403      403    404
  nils       403   403   403     403     403     403    403    403      403    404
  bot        403   403   403     403     403     403    403    403      403    403
  other      403   403   403     403     403     403    403    403      403    403
`);

/** The same callers and objects, where what was answered with one status is answered with another. */
export const instead = ({ columns, rows }: Grid, from: string, to: string): Grid => ({
  columns,
  rows: new Map(
    [...rows].map(([name, statuses]) => [
      name,
      statuses.map(status => (status === from ? to : status)),
    ]),
  ),
});

/** Waiving: whose role may, as the configuration says; asked for what cannot be. */
export const waivers = (status: string) =>
  grid(`
              open      hidden     denied     early      ended      planned    draft      missing
  anonymous   401       401        401        401        401        401        401        401
  expired     401       401        401        401        401        401        401        401
  otto        404       404        404        404        404        404        404        404
  ada         404       404        404        404        404        404        404        404
  ben         404       404        404        404        404        404        404        404
  olga        403       403        403        403        403        403        403        404
  carla       ${[...'1234567'].map(() => status).join('        ')}        404
  mia         403       403        403        403        403        403        403        404
  nils        403       403        403        403        403        403        403        404
  bot         403       403        403        403        403        403        403        403
  other       403       403        403        403        403        403        403        403
`);

/** Reading a plan: staff by role, and approvers. */
export const planReaders = grid(`
              open  planned  missing
  anonymous   401   401      401
  expired     401   401      401
  otto        403   403      403
  ada         403   403      403
  ben         403   403      403
  olga        403   403      403
  carla       200   200      404
  mia         200   200      404
  nils        200   200      404
  bot         403   403      403
  other       403   403      403
`);

/** Saying something about a plan: who reads it; asked as the answer to a question that there is none of. */
export const planCommenters = grid(`
              open  planned  missing
  anonymous   401   401      401
  expired     401   401      401
  otto        403   403      403
  ada         403   403      403
  ben         403   403      403
  olga        403   403      403
  carla       400   400      404
  mia         400   400      404
  nils        400   400      404
  bot         403   403      403
  other       403   403      403
`);

/** Changing a plan: who manages plans; asked with a revision that nobody has. */
export const planManagers = grid(`
              open  planned  missing
  anonymous   401   401      401
  expired     401   401      401
  otto        403   403      403
  ada         403   403      403
  ben         403   403      403
  olga        403   403      403
  carla       409   409      404
  mia         403   403      403
  nils        403   403      403
  bot         403   403      403
  other       403   403      403
`);

/** Planning the move of an offer by a plan that its scenario refuses: who plans, of every offer that there is. */
export const movePlanners = grid(`
              open  held  canary  hidden  denied  early  ended  planned  draft  missing
  anonymous   401   401   401     401     401     401    401    401      401    401
  expired     401   401   401     401     401     401    401    401      401    401
  otto        403   403   403     403     403     403    403    403      403    403
  ada         403   403   403     403     403     403    403    403      403    403
  ben         403   403   403     403     403     403    403    403      403    403
  olga        403   403   403     403     403     403    403    403      403    403
  carla       422   422   422     422     422     422    422    422      422    404
  mia         403   403   403     403     403     403    403    403      403    403
  nils        403   403   403     403     403     403    403    403      403    403
  bot         403   403   403     403     403     403    403    403      403    403
  other       403   403   403     403     403     403    403    403      403    403
`);

/** Deciding on a plan: its approvers who had no part in it; asked with a content hash that nobody saw. */
export const planDeciders = grid(`
              open  planned  missing
  anonymous   401   401      401
  expired     401   401      401
  otto        403   403      403
  ada         403   403      403
  ben         403   403      403
  olga        403   403      403
  carla       403   403      404
  mia         409   409      404
  nils        403   403      404
  bot         403   403      403
  other       403   403      403
`);

/** Approving alone in an emergency: the operations group, when it had no part; asked with a hash that nobody saw. */
export const glassBreakers = grid(`
              open  planned  missing
  anonymous   401   401      401
  expired     401   401      401
  otto        403   403      403
  ada         403   403      403
  ben         403   403      403
  olga        403   403      403
  carla       403   403      404
  mia         403   403      404
  nils        409   409      404
  bot         403   403      403
  other       403   403      403
`);

/** Releasing a plan; asked with a content hash that nobody saw. */
export const planReleasers = grid(`
              open  planned  missing
  anonymous   401   401      401
  expired     401   401      401
  otto        403   403      403
  ada         403   403      403
  ben         403   403      403
  olga        403   403      403
  carla       409   409      404
  mia         409   409      404
  nils        403   403      403
  bot         403   403      403
  other       403   403      403
`);

/** A grid of one column: the same answer whatever the object. */
export const oneFor = (allowed: string, names: readonly string[], refused = '403') =>
  grid(
    [
      'missing',
      'anonymous 401',
      'expired 401',
      ...['otto', 'ada', 'ben', 'olga', 'carla', 'mia', 'nils'].map(
        name => `${name} ${names.includes(name) ? allowed : refused}`,
      ),
      ...['bot', 'other'].map(name => `${name} ${names.includes(name) ? allowed : '403'}`),
    ].join('\n'),
  );

/** Everyone who is signed in. */
export const everyPerson = ['otto', 'ada', 'ben', 'olga', 'carla', 'mia', 'nils'];

/** Those who read every offer and plan by a role. */
export const staff = ['carla', 'mia', 'nils'];

/** Everyone who is signed in, and services with tokens of their own. */
export const anyone = [...everyPerson, 'bot', 'other'];
