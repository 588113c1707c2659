import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef, entityRouteRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import {
  OffersProblem,
  operations,
  type OperationId,
  type CallInput,
  type CallOutput,
  type Operation,
  type ProblemCode,
} from '@offerdesk/backstage-plugin-offers-common';
import { act } from '@testing-library/react';
import { Route, Routes, useNavigate } from 'react-router-dom';
import { offersApiRef, type OffersApi } from '../data/offersApi';
import { rootRouteRef } from '../routes';
import { OffersRouter } from '../shell/OffersRouter';
import { someone } from './builders';

type Answer<Id extends OperationId> =
  CallOutput<Id> | ((input: CallInput<Id>) => CallOutput<Id> | Promise<CallOutput<Id>>);

/** What a backend answers, operation by operation. */
export type Answers = { [Id in OperationId]?: Answer<Id> };

/** What a page asked for: the operation and its input. */
export type Calls = [id: OperationId, input: unknown][];

const usual: Answers = {
  me: someone(),
  categories: { items: [{ id: 'databases', title: 'Databases', catalogue: 'default' }] },
  facets: { total: 0, categories: [], interactions: [], states: [] },
  audit: { items: [] },
  watchedOffers: { ids: [] },
  views: { items: [] },
};

/** A refusal as the client throws it. */
export function refusal(
  status: number,
  code: ProblemCode,
  message: string,
  fields: { field: string; remedy: string }[] = [],
): OffersProblem {
  return new OffersProblem(status, code, message, fields);
}

/** A backend that answers as it is told, with answers that its own schemas accept. */
export function backend(answers: Answers): { api: OffersApi; calls: Calls } {
  const calls: Calls = [];
  const all = { ...usual, ...answers };
  const api: OffersApi = {
    async call(id, input) {
      calls.push([id, input]);
      const answer: unknown = all[id];
      if (answer === undefined) throw refusal(404, 'not-found', `Nothing is told for ${id}.`);
      const given: unknown = typeof answer === 'function' ? await answer(input) : answer;
      const operation: Operation = operations[id];
      // A stream has a schema for each line, and the answer is the lines.
      if (operation.stream) return given as CallOutput<typeof id>;
      // The schema is what makes the answer of a test the answer of the operation.
      return operations[id].response.parse(given) as CallOutput<typeof id>;
    },
  };
  return { api, calls };
}

/** A page that was opened. */
interface Opened {
  calls: Calls;
  /** as the browser's button does */
  goBack(): void;
}

/** Opens a page of the plugin at an address, before a backend that answers as it is told. */
export function openOffers(address: string, answers: Answers): Opened {
  const { api, calls } = backend(answers);
  let navigate: ReturnType<typeof useNavigate> | undefined;
  const Browser = () => {
    navigate = useNavigate();
    return null;
  };
  renderInTestApp(
    <>
      <Browser />
      <Routes>
        <Route path="/offers/*" element={<OffersRouter />} />
        <Route path="*" element={<p>Elsewhere</p>} />
      </Routes>
    </>,
    {
      mountedRoutes: {
        '/offers': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
      initialRouteEntries: [address],
      apis: [
        [offersApiRef, api],
        [catalogApiRef, catalogApiMock()],
      ],
    },
  );
  return { calls, goBack: () => act(() => navigate?.(-1)) };
}

/** The inputs with which an operation was called. */
export function callsOf<Id extends OperationId>(calls: Calls, id: Id): CallInput<Id>[] {
  return calls.filter(([called]) => called === id).map(([, input]) => input as CallInput<Id>);
}
