import { ConfigReader } from '@backstage/config';
import { readBrokerSettings } from './settings';

const read = (openServiceBroker: unknown) =>
  readBrokerSettings(
    new ConfigReader({ offers: { sources: JSON.parse(JSON.stringify({ openServiceBroker })) } }),
  );

const file = { id: 'aws', title: 'AWS', file: 'catalog.json' };
const url = { id: 'cloud', title: 'Cloud', url: 'https://broker.example.com/' };
const KEY = 'offers.sources.openServiceBroker';

test('without the key there are no brokers', () => {
  expect(readBrokerSettings(new ConfigReader({}))).toEqual([]);
});

test('a file and an address, with each kind of credentials', () => {
  expect(
    read([
      { ...file, provider: 'Amazon' },
      url,
      { ...url, id: 'basic', auth: { username: 'me', password: 'a:b c' } },
      { ...url, id: 'bearer', auth: { token: 'abc.def' } },
    ]),
  ).toEqual([
    { id: 'aws', title: 'AWS', provider: 'Amazon', place: { kind: 'file', path: 'catalog.json' } },
    expect.objectContaining({
      place: { kind: 'url', url: 'https://broker.example.com', auth: undefined },
    }),
    expect.objectContaining({
      place: expect.objectContaining({ auth: { username: 'me', password: 'a:b c' } }),
    }),
    expect.objectContaining({ place: expect.objectContaining({ auth: { token: 'abc.def' } }) }),
  ]);
});

describe('an error names the key and the remedy', () => {
  test.each([
    ['no list', { id: 'aws' }, `${KEY}: give a list`],
    ['no id', [{ ...file, id: undefined }], `${KEY}[0].id: give an id`],
    ['an id in capitals', [{ ...file, id: 'AWS' }], `${KEY}[0].id: use lower-case`],
    ['an id twice', [file, url, file], `${KEY}[2].id: another broker has this id`],
    ['no title', [file, { ...url, title: ' ' }], `${KEY}[1].title: give the name`],
    ['a key that does not exist', [{ ...file, path: 'x' }], `${KEY}[0].path: no such key`],
    ['neither file nor url', [{ id: 'aws', title: 'AWS' }], `${KEY}[0]: give either file or url`],
    ['file and url', [{ ...file, url: url.url }], `${KEY}[0]: give either file or url`],
    ['credentials for a file', [{ ...file, auth: { token: 'x' } }], `${KEY}[0].auth: a file needs`],
    ['a number for an address', [{ ...url, url: 7 }], `${KEY}[0].url: give the address`],
    ['another scheme', [{ ...url, url: 'file:///etc/passwd' }], `${KEY}[0].url: give an address`],
    ['the catalogue itself', [{ ...url, url: 'https://b/v2/catalog' }], 'without /v2/catalog'],
    ['no password', [{ ...url, auth: { username: 'me' } }], `${KEY}[0].auth: give either username`],
    ['an empty token', [{ ...url, auth: { token: '' } }], `${KEY}[0].auth.token: give the token`],
    ['a misspelt key', [{ ...url, auth: { pasword: 'x' } }], `${KEY}[0].auth.pasword: no such key`],
  ])('%s', (_, brokers, message) => {
    expect(() => read(brokers)).toThrow(message);
    expect(() => read(brokers)).toThrow(/^Configuration key offers\.sources\.openServiceBroker/);
  });

  test.each([
    [{ ...url, url: 'https://me:hunter2@broker.example.com' }],
    [{ ...url, auth: { token: 'hunter2 with white space' } }],
    [{ ...url, auth: { token: 'hunter2', password: 'hunter2' } }],
  ])('and never a secret', broker => {
    expect(() => read([broker])).toThrow(expect.not.stringContaining('hunter2'));
    expect(() => read([broker])).toThrow(/^((?!hunter2).)+$/);
  });
});
