/** What the bot's acknowledgement is compared with: a server that reads a request, verifies its signature and answers. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { SIGNING_SECRET } from './presses';

const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on('data', part => parts.push(part));
  request.on('end', () => {
    const { 'x-slack-request-timestamp': stamp, 'x-slack-signature': given } = request.headers;
    const hash = createHmac('sha256', SIGNING_SECRET)
      .update(`v0:${stamp}:${Buffer.concat(parts)}`)
      .digest('hex');
    const isSigned = timingSafeEqual(Buffer.from(`v0=${hash}`), Buffer.from(String(given)));
    response.writeHead(isSigned ? 200 : 401).end();
  });
});

server.listen(0, '127.0.0.1', () => {
  // A listening TCP server has this kind of address.
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
