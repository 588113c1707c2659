// Runs the local workspace inside its network namespace and lets the door in. A unix socket is a file, so it is the one thing that both
// networks share.
// Usage: slackInside.mjs <socket path> <port> <binary> [arguments]
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { connect } from 'node:net';
import { relay } from './relay.mjs';

const [path, port, binary, ...args] = process.argv.slice(2);
const workspace = spawn(binary, args, { stdio: 'inherit' });
workspace.once('error', error => {
  console.error(error.message);
  process.exit(1);
});
workspace.once('exit', code => process.exit(code ?? 1));
for (const name of ['SIGTERM', 'SIGINT']) {
  process.once(name, () => workspace.kill(name));
}

rmSync(path, { force: true });
relay({ path }, () => connect(Number(port), '127.0.0.1'));
