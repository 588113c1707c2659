// The way into the local workspace: a loopback port outside, a unix socket between, the workspace's own network inside.
// Usage: slackDoor.mjs <socket path> <port>
import { connect } from 'node:net';
import { relay } from './relay.mjs';

const [path, port] = process.argv.slice(2);
relay({ host: '127.0.0.1', port: Number(port) }, () => connect(path));
