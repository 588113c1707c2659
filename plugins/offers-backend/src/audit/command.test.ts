import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseKind, databaseKinds } from '../__testUtils__/databases';
import { aPortal, TestPortal } from '../__testUtils__/portal';
import { aPublishedOffer } from '../__testUtils__/stories';
import { bearer, tokenOf } from '../__testUtils__/tokens';
import { checkLog } from './check';

const SCRIPT = resolve(__dirname, '../../../../scripts/check-audit.mjs');

/** Runs the command as an operator does: its exit code, and what it says. */
function command(...args: string[]): Promise<{ code: number; said: string }> {
  return run(args, {});
}

function run(args: string[], env: Record<string, string>) {
  return new Promise<{ code: number; said: string }>(done => {
    execFile(
      process.execPath,
      [SCRIPT, ...args],
      { env: { ...process.env, ...env } },
      (error, stdout, stderr) =>
        done({ code: error ? Number(error.code) : 0, said: `${stdout}${stderr}`.trim() }),
    );
  });
}

/** What an operator names: the file of SQLite, the address of PostgreSQL. */
async function placeOf(kind: DatabaseKind, { ctx: { db } }: TestPortal): Promise<string> {
  if (kind !== 'pg') return db.knex.client.config.connection.filename;
  const { rows } = await db.knex.raw<{ rows: { name: string }[] }>(
    'select current_database() as name',
  );
  const address = new URL(process.env.OFFERDESK_TEST_POSTGRES ?? '');
  address.pathname = `/${rows[0]?.name}`;
  return address.toString();
}

// The command opens a file with the one client of SQLite, whichever wrote it.
const kinds = databaseKinds.filter(kind => kind !== 'better-sqlite3');

describe.each(kinds)('the command that checks the log on %s', kind => {
  let portal: TestPortal;
  beforeAll(async () => {
    portal = await aPortal(kind);
    await aPublishedOffer(portal);
  });
  afterAll(() => portal.stop());

  it('[rule 12] says that a log is whole, with its head, and finds the first entry that was touched', async () => {
    const { knex } = portal.ctx.db;
    const place = await placeOf(kind, portal);
    const { entries, head } = await checkLog(knex);
    expect(await run([], { OFFERDESK_AUDIT_LOG: place })).toEqual({
      code: 0,
      said: `Whole: ${entries} entries, head ${head.seq}:${head.hash}`,
    });
    await knex.raw(kind === 'pg' ? 'drop trigger audit_kept on audit' : 'drop trigger audit_kept');
    await knex('audit').where({ seq: 4 }).update({ actor: 'user:default/nobody' });
    expect(await command(place)).toEqual({
      code: 1,
      said: 'Entry 4 was touched. The 3 entries before it are whole.',
    });
  });
});

describe('the command that checks the log', () => {
  const directory = mkdtempSync(join(tmpdir(), 'check-audit-'));
  afterAll(() => rmSync(directory, { recursive: true }));
  const file = (name: string, text: string) => {
    const path = join(directory, name);
    writeFileSync(path, text);
    return path;
  };

  it('[rule 12] checks an export', async () => {
    const portal = await aPortal('sqlite3');
    try {
      await aPublishedOffer(portal);
      const response = await fetch(`${portal.url}/audit/export`, {
        headers: { authorization: bearer(tokenOf('carla')) },
      });
      const text = await response.text();
      const { entries, head } = await checkLog(portal.ctx.db.knex);
      const said = `Whole: ${entries} entries, head ${head.seq}:${head.hash}`;
      expect(await command(file('whole.jsonl', text))).toEqual({ code: 0, said });
      const cut = text.split('\n').slice(0, 5).join('\n');
      expect(await command(file('cut.jsonl', cut))).toMatchObject({ code: 0 });
      const noted = `${head.seq}:${head.hash}`;
      expect(await command(file('cut.jsonl', cut), '--head', noted)).toEqual({
        code: 1,
        said: 'Entry 6 was touched. The 5 entries before it are whole.',
      });
    } finally {
      await portal.stop();
    }
  });

  it('says what is wrong when there is nothing that it can check', async () => {
    const failing = [
      [],
      ['postgresql://nobody@127.0.0.1:1/none'],
      [file('empty.jsonl', ''), '--head', 'x'],
    ];
    for (const args of failing) {
      expect(await run(args, { OFFERDESK_AUDIT_LOG: '' })).toEqual({
        code: 2,
        said: expect.stringMatching(/^The log could not be checked: \S/),
      });
    }
  });
});
