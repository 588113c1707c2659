/** What a newcomer does next, in ten minutes. */
export function tour({ portal, slack }) {
  const approve = slack
    ? `In Slack (${slack}), act as Carla: #release-approvals has the card, the newest, and refuses her own click. Act as Mia Okafor and approve.`
    : 'In a second tab enter as Mia Okafor and approve on the page of the plan.';
  const publish = slack
    ? 'As Carla, `/offer publish aws-rdspostgresql-production` in Slack, or Publish on the page of the plan.'
    : 'As Carla, press Publish on the page of the plan.';
  const announce = slack ? ' Slack’s #platform-offers reads it once.' : '';
  const why = slack ? ' and `/offer why` in Slack say' : ' says';
  return `
  The tour (README.md has it in full)
   1. Import    Open ${portal}, enter as Carla Mendes, a catalog manager. Sources: 57 offers of a cloud catalogue are imported.
   2. Define    Manage, Amazon RDS for PostgreSQL – production: add what Completeness misses, save, submit a release plan for a few minutes from now.
   3. Approve   ${approve}
   4. Publish   ${publish}
   5. Announce  At the planned instant it can be ordered.${announce}
   6. Browse    Enter as Ada Keller and find it; then as Otto Lind, for whom it does not exist.
   7. Why       Enter as Ben Osei: he sees it and cannot order it. Its page${why} why.
`;
}
