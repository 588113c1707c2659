import { SlackInstallation } from '@offerdesk/backstage-plugin-offers-common';
import { Connection } from '../database/Database';

interface InstallationRow {
  team_id: string;
  key_id: string;
  sealed: string;
  updated_at: string;
}

/** Every installation, by workspace. */
export async function selectInstallations(knex: Connection): Promise<SlackInstallation[]> {
  const rows = await knex<InstallationRow>('slack_installations').orderBy('team_id');
  return rows.map(row => ({ teamId: row.team_id, keyId: row.key_id, sealed: row.sealed }));
}

/** Keeps an installation; says whether it is another than before. */
export async function upsertInstallation(
  tx: Connection,
  { teamId, keyId, sealed }: SlackInstallation,
  at: string,
): Promise<boolean> {
  const row = { team_id: teamId, key_id: keyId, sealed, updated_at: at };
  const changed = await tx<InstallationRow>('slack_installations')
    .insert(row)
    .onConflict('team_id')
    .merge()
    .whereNot('slack_installations.sealed', sealed)
    .returning('team_id');
  return changed.length === 1;
}

/** Takes an installation away; says whether it was there. */
export async function deleteInstallation(tx: Connection, teamId: string): Promise<boolean> {
  return (await tx<InstallationRow>('slack_installations').where({ team_id: teamId }).delete()) > 0;
}
