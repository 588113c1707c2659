import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { AuditEntry, AuditLink } from '@offerdesk/backstage-plugin-offers-common';
import { anEngineer, PLAN_ID } from '../__testUtils__/builders';
import { callsOf, openOffers, type Answers } from '../__testUtils__/renderOffers';

const entry: AuditEntry = {
  seq: 7,
  at: '2026-12-01T09:00:00.000Z',
  actor: 'user:default/mia',
  surface: 'slack',
  action: 'plan.approve',
  subjectKind: 'plan',
  subjectId: PLAN_ID,
  reason: 'Fine by me',
  change: { verdict: 'approve' },
};

const open = (query = '', answers: Answers = {}) =>
  openOffers(`/offers/reports/audit${query}`, {
    audit: ({ query: asked }) =>
      asked?.cursor ? { items: [{ ...entry, seq: 6 }] } : { items: [entry], nextCursor: 'abc' },
    ...answers,
  });

describe('the audit log', () => {
  it('takes its filters from the address, and pages by cursor', async () => {
    const { calls } = open(
      '?subjectKind=plan&action=plan&actor=user:default/mia&surface=slack&from=2026-12-01T00:00',
    );
    const log = await screen.findByRole('table', { name: 'Audit log' });
    expect(within(log).getByText('Plan: approve')).toBeInTheDocument();
    expect(within(log).getByRole('link', { name: 'Plan' })).toHaveAttribute(
      'href',
      `/offers/plans/${PLAN_ID}`,
    );
    await userEvent.click(screen.getByRole('button', { name: 'Show more' }));
    await waitFor(() => expect(within(log).getAllByText('Plan: approve')).toHaveLength(2));
    const wanted = {
      subjectKind: 'plan',
      action: 'plan.',
      actor: 'user:default/mia',
      surface: 'slack',
      from: '2026-12-01T00:00:00.000Z',
    };
    expect(callsOf(calls, 'audit').map(({ query }) => query)).toEqual([
      { limit: 50, ...wanted },
      { limit: 50, ...wanted, cursor: 'abc' },
    ]);
  });

  it('is checked on demand, and says where it was touched', async () => {
    open('', {
      checkAudit: { whole: false, entries: 41, firstTouched: 42, head: { seq: 41, hash: 'f00' } },
    });
    await userEvent.click(await screen.findByRole('button', { name: 'Check the log' }));
    expect(await screen.findByText('The log was touched at entry 42.')).toBeInTheDocument();
  });

  it('is exported as it was hashed, by the same filters', async () => {
    const link: AuditLink = {
      ...entry,
      reason: 'Fine by me',
      change: '{"verdict":"approve"}',
      previousHash: 'a',
      hash: 'b',
    };
    async function* links() {
      yield link;
    }
    const saved: Blob[] = [];
    const createObjectURL = jest.fn((blob: Blob) => {
      saved.push(blob);
      return 'blob:x';
    });
    Object.assign(URL, { createObjectURL, revokeObjectURL: jest.fn() });
    const { calls } = open('?surface=slack', { exportAudit: links });
    await userEvent.click(await screen.findByRole('button', { name: 'Export as JSON Lines' }));
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]?.size).toBe(JSON.stringify(link).length + 1);
    expect(callsOf(calls, 'exportAudit')[0]?.query).toEqual({ surface: 'slack' });
  });

  it('is for those who may read it', async () => {
    const { calls } = open('', { me: anEngineer() });
    expect(await screen.findByText(/for those who look after offers/)).toBeInTheDocument();
    expect(callsOf(calls, 'audit')).toHaveLength(0);
  });
});
