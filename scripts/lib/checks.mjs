import { createServer } from 'node:net';
import { Problem } from './problem.mjs';

const OLDEST_NODE = [20, 19];

/** Refuses a Node that is too old, before anything else needs it. */
export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    throw new Problem(
      `This is Node ${version}, and Offerdesk needs ${OLDEST_NODE.join('.')} or later: install Node 22 or 24 and start again.`,
    );
  }
}

/** Whether nobody listens on a loopback port. */
export function isPortFree(port) {
  return new Promise(resolve => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** A port of the loopback interface that is free now. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}

/**
 * Reads a port from the environment.
 *
 * @param variable name of the environment variable
 * @param usual the port when the variable is not set
 */
export function readPort(variable, usual, env = process.env) {
  const text = env[variable];
  if (!text) return usual;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Problem(`${variable} is "${text}": set it to a port number between 1 and 65535.`);
  }
  return port;
}

function refuseSharedPort(wanted) {
  for (const [index, { what, variable, port }] of wanted.entries()) {
    const other = wanted.slice(0, index).find(each => each.port === port);
    if (other) {
      throw new Problem(
        `Port ${port} is meant for ${other.what} and for ${what}: set ${variable} to another.`,
      );
    }
  }
}

/**
 * Refuses to start when somebody else listens on a port.
 *
 * @param wanted `{ what, variable, port }` of each port
 */
export async function checkPorts(wanted) {
  refuseSharedPort(wanted);
  for (const { what, variable, port } of wanted) {
    if (!(await isPortFree(port))) {
      throw new Problem(
        `Port ${port}, which ${what} needs, is taken, perhaps by a portal of another checkout (lsof -i :${port} names it). Stop that, or choose another port: ${variable}=${port + 1000} npm start`,
      );
    }
  }
}
