/** What a newcomer does next, in ten minutes. */
export function tour({ portal, slack }) {
  const card = slack
    ? ` In Slack (${slack}), act as Mia Okafor: the card is in #release-approvals.`
    : '';
  const publish = slack
    ? 'As Carla, `/offer publish` in Slack, or the button in the portal.'
    : 'As Carla, press Publish on the plan.';
  return `
  The tour
   1. Open ${portal} and enter as Carla Mendes, a catalog manager. 57 offers were imported from a
      cloud catalogue: a few are published, the others are drafts under Manage.
   2. Define: open a draft, for example one of Amazon RDS for PostgreSQL, add what its gate still misses, and submit a release plan.
   3. Approve: in a second tab enter as Mia Okafor and decide.${card}
      Carla cannot approve her own plan: try it.
   4. Publish: ${publish}
   5. Browse: enter as Ada Keller and find the offer; then as Otto Lind, for whom it does not exist.
`;
}
