import { createServer } from 'node:net';

/** Joins each connection that arrives at `address` with a fresh one from `dial`; either end closes both. */
export function relay(address, dial) {
  const server = createServer(arrived => {
    const onward = dial();
    arrived.pipe(onward);
    onward.pipe(arrived);
    arrived.on('error', () => onward.destroy());
    onward.on('error', () => arrived.destroy());
    arrived.on('close', () => onward.destroy());
    onward.on('close', () => arrived.destroy());
  });
  server.listen(address);
  return server;
}
