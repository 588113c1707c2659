import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mockServices, startTestBackend } from '@backstage/backend-test-utils';
import {
  OfferSource,
  offerSourcesExtensionPoint,
  SourceError,
} from '@offerdesk/backstage-plugin-offers-node';
import offersModule from '.';
import { aCatalogue, aService } from './testing/broker';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'open-service-broker-'));
});
afterEach(() => rm(directory, { recursive: true }));

async function sourcesOf(openServiceBroker: unknown): Promise<OfferSource[]> {
  const sources: OfferSource[] = [];
  const data = JSON.parse(JSON.stringify({ offers: { sources: { openServiceBroker } } }));
  const backend = await startTestBackend({
    extensionPoints: [
      [offerSourcesExtensionPoint, { addSource: (source: OfferSource) => sources.push(source) }],
    ],
    features: [offersModule, mockServices.rootConfig.factory({ data })],
  });
  await backend.stop();
  return sources;
}

async function theSource(file: string): Promise<OfferSource> {
  const [source] = await sourcesOf([{ id: 'cloud', title: 'Cloud', file }]);
  if (!source) throw new Error('no source was added');
  return source;
}

const { signal } = new AbortController();

test('adds a source for each configured broker, and none without', async () => {
  expect(await sourcesOf(undefined)).toEqual([]);
  const sources = await sourcesOf([
    { id: 'a', title: 'A', file: 'a.json' },
    { id: 'b', title: 'B', url: 'https://b.example' },
  ]);
  expect(sources.map(({ id, title, kind }) => [id, title, kind])).toEqual([
    ['a', 'A', 'Open Service Broker'],
    ['b', 'B', 'Open Service Broker'],
  ]);
});

test('a faulty key stops the start with the key and the remedy', async () => {
  await expect(sourcesOf([{ id: 'a', title: 'A' }])).rejects.toThrow(
    'offers.sources.openServiceBroker[0]: give either file or url',
  );
});

test('reads a file, with or without a byte-order mark', async () => {
  const file = join(directory, 'catalog.json');
  await writeFile(file, `\uFEFF${JSON.stringify(aCatalogue(aService()))}`);
  const rows = await (await theSource(file)).read({ signal });
  expect(rows).toEqual([
    expect.objectContaining({ key: 'plan-1', result: expect.objectContaining({ ok: true }) }),
  ]);
});

describe('a file that cannot be read says what to do', () => {
  test('when it is not there', async () => {
    const source = await theSource(join(directory, 'nothing.json'));
    await expect(source.read({ signal })).rejects.toThrow(/is not there; correct the key file/);
  });

  test('when it is a directory', async () => {
    await expect((await theSource(directory)).read({ signal })).rejects.toThrow(/no.*plain file/);
  });

  test('when it is too large', async () => {
    const file = join(directory, 'large.json');
    await writeFile(file, '');
    await truncate(file, 21 * 1024 * 1024);
    await expect((await theSource(file)).read({ signal })).rejects.toThrow(/larger than 20 MB/);
  });

  test('when it is not JSON, without quoting it', async () => {
    const file = join(directory, 'page.json');
    await writeFile(file, 'secret page');
    const reading = (await theSource(file)).read({ signal });
    await expect(reading).rejects.toBeInstanceOf(SourceError);
    await expect(reading).rejects.toThrow(/^((?!secret).)*is not JSON\. Check((?!secret).)*$/);
  });
});
