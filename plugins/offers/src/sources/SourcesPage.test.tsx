import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { DriftRow, ImportReport } from '@offerdesk/backstage-plugin-offers-common';
import { anEngineer, OFFER_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, refusal } from '../__testUtils__/renderOffers';

const report: ImportReport = {
  id: 'r1',
  sourceId: 'aws',
  at: '2026-11-23T09:00:00.000Z',
  by: 'user:default/carla',
  created: 1,
  updated: 0,
  unchanged: 0,
  rejected: 1,
  rows: [
    { key: 'a', title: 'A table', outcome: 'created', offerId: OFFER_ID, offerName: 'a-table' },
    {
      key: 'b',
      title: 'A broken one',
      outcome: 'rejected',
      reason: 'Its schema refers elsewhere.',
    },
  ],
};
const { rows, ...lastImport } = report;

describe('the sources', () => {
  it('import, and report row by row with the reason of each refusal', async () => {
    let imported = false;
    const { calls } = openOffers('/offers/sources', {
      listSources: () => ({
        items: [{ id: 'aws', title: 'AWS', kind: 'broker', ...(imported ? { lastImport } : {}) }],
      }),
      importSource: () => {
        imported = true;
        return report;
      },
      latestImport: report,
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Show row by row' }));
    const table = await screen.findByRole('table', { name: 'Rows of the import' });
    expect(within(table).getByRole('link', { name: 'A table' })).toHaveAttribute(
      'href',
      `/offers/manage/${OFFER_ID}`,
    );
    expect(within(table).getByText('Its schema refers elsewhere.')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: /Outcome/ }));
    await userEvent.click(await screen.findByRole('option', { name: 'Rejected (1)' }));
    await waitFor(() => expect(screen.queryByText('A table')).not.toBeInTheDocument());
    expect(callsOf(calls, 'importSource')).toHaveLength(1);
  });

  it('are compared with the offers that came from them, and say what to do about each', async () => {
    const summary = { field: 'content.information.summary', label: 'Summary' };
    const changed = (
      key: string,
      changedBy: 'source' | 'here' | 'both',
      hasDraft = true,
    ): DriftRow => ({
      key,
      title: `Row ${key}`,
      kind: 'changed',
      offerId: OFFER_ID,
      hasDraft,
      fields: [{ ...summary, here: 'Old', there: 'New', changedBy }],
    });
    openOffers('/offers/sources', {
      listSources: { items: [{ id: 'aws', title: 'AWS', kind: 'broker', lastImport }] },
      sourceDrift: {
        sourceId: 'aws',
        at: report.at,
        inStep: 12,
        items: [
          changed('a', 'source'),
          changed('b', 'source', false),
          changed('c', 'here'),
          changed('d', 'both'),
          { key: 'e', title: 'Row e', kind: 'new', fields: [] },
          { key: 'f', title: 'Row f', kind: 'gone', offerId: OFFER_ID, fields: [] },
          { key: 'g', title: 'Row g', kind: 'rejected', reason: 'It has no name.', fields: [] },
        ],
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Compare with the source' }));
    expect(await screen.findByText(/in step with the source 12, come apart 7/)).toBeVisible();
    const rowOf = (name: RegExp) => screen.getByRole('row', { name });
    expect(rowOf(/Row a/)).toHaveTextContent(/here: Old; in the source: New.*Import again/);
    expect(rowOf(/Row b/)).toHaveTextContent('Start the next version');
    expect(rowOf(/Row c/)).toHaveTextContent('an import keeps it');
    expect(rowOf(/Row d/)).toHaveTextContent('Edit the draft if the source is right');
    expect(rowOf(/Row e/)).toHaveTextContent('Import again to make it a draft');
    expect(rowOf(/Row f/)).toHaveTextContent('terminate the offer');
    expect(rowOf(/Row g/)).toHaveTextContent('It has no name.');
  });

  it('say why an import failed', async () => {
    let refuses = true;
    openOffers('/offers/sources', {
      listSources: { items: [{ id: 'aws', title: 'AWS', kind: 'broker' }] },
      importSource: () => {
        if (refuses)
          throw refusal(502, 'source-failed', 'The source did not answer with a catalogue.');
        return report;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
    expect(
      await screen.findByText('The source did not answer with a catalogue.'),
    ).toBeInTheDocument();
    refuses = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/did not answer/)).not.toBeInTheDocument());
  });

  it('[rule 5] repeat an import whose answer was lost under the same key', async () => {
    let isLost = true;
    const { calls } = openOffers('/offers/sources', {
      listSources: { items: [{ id: 'aws', title: 'AWS', kind: 'broker' }] },
      importSource: () => {
        if (isLost) throw new TypeError('Failed to fetch');
        return report;
      },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Import' }));
    expect(await screen.findByText(/could not be reached/)).toBeInTheDocument();
    isLost = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(screen.queryByText(/could not be reached/)).not.toBeInTheDocument());
    await userEvent.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(callsOf(calls, 'importSource')).toHaveLength(3));
    const [lost, repeated, another] = callsOf(calls, 'importSource').map(
      ({ idempotencyKey }) => idempotencyKey,
    );
    expect(repeated).toBe(lost);
    expect(another).not.toBe(lost);
  });

  it('are for those who may import', async () => {
    openOffers('/offers/sources', { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
  });
});
