import { OperationId } from '@offerdesk/backstage-plugin-offers-common';
import { uuidOf } from '../world';
import { grid } from './grid';
import { staffRead } from './grids';
import { Row, Target } from './row';

const reason = 'To see who may';
const ofOffer = ({ id }: Target) => ({ params: { id } });

/** Acting on what is published: who operates; asked for what cannot be done, so that nothing changes. */
const operators = grid(`
              open  hidden  denied  early  ended  planned  draft  missing
  anonymous   401   401     401     401    401    401      401    401
  expired     401   401     401     401    401    401      401    401
  otto        404   404     404     404    404    404      404    404
  ada         404   404     404     404    404    404      404    404
  ben         404   404     404     404    404    404      404    404
  olga        403   403     403     403    403    403      403    404
  carla       409   409     409     409    409    409      409    404
  mia         409   409     409     409    409    409      409    404
  nils        409   409     409     409    409    409      409    404
  bot         403   403     403     403    403    403      403    403
  other       403   403     403     403    403    403      403    403
`);

/** Suspending what is not offered now: what is would be suspended. */
const suspenders = grid(`
              early  ended  planned  draft  missing
  anonymous   401    401    401      401    401
  expired     401    401    401      401    401
  otto        404    404    404      404    404
  ada         404    404    404      404    404
  ben         404    404    404      404    404
  olga        403    403    403      403    404
  carla       409    409    409      409    404
  mia         409    409    409      409    404
  nils        409    409    409      409    404
  bot         403    403    403      403    403
  other       403    403    403      403    403
`);

/** Acting on a part of an offer that is not there. */
const operatorsOfNothing = grid(`
              open  hidden  draft  missing
  anonymous   401   401     401    401
  expired     401   401     401    401
  otto        404   404     404    404
  ada         404   404     404    404
  ben         404   404     404    404
  olga        403   403     403    404
  carla       404   404     404    404
  mia         404   404     404    404
  nils        404   404     404    404
  bot         403   403     403    403
  other       403   403     403    403
`);

/** Rolling back to a version that was never published: who releases. */
const rollers = grid(`
              open  hidden  draft  missing
  anonymous   401   401     401    401
  expired     401   401     401    401
  otto        404   404     404    404
  ada         404   404     404    404
  ben         404   404     404    404
  olga        403   403     403    404
  carla       404   404     404    404
  mia         404   404     404    404
  nils        403   403     403    404
  bot         403   403     403    403
  other       403   403     403    403
`);

/** Who gets what of the public life of offers. */
export const publishingRows = {
  getOfferLife: [{ expect: staffRead, ask: ofOffer }],
  previewAct: [
    { expect: staffRead, ask: target => ({ ...ofOffer(target), query: { act: 'suspend' } }) },
    {
      label: 'of an end',
      expect: staffRead,
      ask: target => ({
        ...ofOffer(target),
        query: { act: 'terminate', endsAt: '2030-01-01T00:00:00.000Z' },
      }),
    },
  ],
  suspendOffer: [{ expect: suspenders, ask: target => ({ ...ofOffer(target), body: { reason } }) }],
  resumeOffer: [{ expect: operators, ask: target => ({ ...ofOffer(target), body: { reason } }) }],
  reviewSuspension: [
    {
      expect: operatorsOfNothing,
      ask: ({ id }) => ({
        params: { id, suspension: uuidOf('missing') },
        body: { review: reason },
      }),
    },
  ],
  actOnRing: [
    {
      label: 'of a version that was never published',
      expect: operatorsOfNothing,
      ask: ({ id }) => ({ params: { id, number: '99' }, body: { act: 'hold', reason } }),
    },
  ],
  rollBackOffer: [
    {
      label: 'to a version that was never published',
      expect: rollers,
      ask: target => ({ ...ofOffer(target), body: { version: 99, reason } }),
    },
  ],
} satisfies Partial<Record<OperationId, Row[]>>;
