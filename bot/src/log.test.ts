import { boltLogger, jsonLog } from './log';

function aLog(minimum: 'debug' | 'info' = 'info') {
  const lines: string[] = [];
  return { lines, log: jsonLog(minimum, line => lines.push(line)) };
}

describe('The log', () => {
  it('writes a JSON line an event', () => {
    const { lines, log } = aLog();
    log.info('Delivery sent', { delivery: 'd1', attempt: 2 });
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({
      level: 'info',
      message: 'Delivery sent',
      delivery: 'd1',
      attempt: 2,
    });
  });

  it.each([
    'xoxb-123-abc',
    'xapp-1-A0-x',
    'eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJVMCJ9.c2lnbmF0dXJl',
    'Bearer abcdef',
    'https://hooks.slack.com/actions/T0/1/x',
    'wss://host/link?ticket=abc-def',
    '-----BEGIN PRIVATE KEY-----\nMC4CAQ\n-----END PRIVATE KEY-----',
  ])('takes out what looks like a secret: %s', secret => {
    const { lines, log } = aLog();
    log.error(`it said ${secret}`, { error: secret });
    expect(lines[0]).toContain('[redacted]');
    expect(lines[0]).not.toContain(secret.slice(-6));
    expect(() => JSON.parse(lines[0] ?? '')).not.toThrow();
  });

  it('leaves out what is below its level', () => {
    const { lines, log } = aLog();
    log.debug('detail');
    expect(lines).toEqual([]);
  });

  it('never writes the debug lines of Bolt, which hold payloads', () => {
    const { lines, log } = aLog('debug');
    boltLogger(log).debug('payload', { secret: 1 });
    boltLogger(log).warn('too slow', new Error('late'));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('too slow Error: late');
  });
});
