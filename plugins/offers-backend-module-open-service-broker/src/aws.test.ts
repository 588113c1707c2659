import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  contentSchema,
  isJsonObject,
  offerNameSchema,
  optionProblems,
} from '@offerdesk/backstage-plugin-offers-common';
import { SourceRow } from '@offerdesk/backstage-plugin-offers-node';
import { rowsOf } from './rows';

/** The real catalogue: 27 services of AWS, 57 plans. */
const catalogue: unknown = JSON.parse(
  readFileSync(resolve(__dirname, '../../../test/sample/aws-service-broker/catalog.json'), 'utf8'),
);

const settings = {
  id: 'aws',
  title: 'AWS Service Broker',
  place: { kind: 'file', path: 'catalog.json' },
} as const;

const rows = rowsOf(settings, catalogue, 'The file');

const drafts = rows.flatMap(({ key, title, result }) =>
  result.ok ? [{ key, title, ...result, parsed: contentSchema.parse(result.content) }] : [],
);

function draftNamed(name: string) {
  const found = drafts.find(draft => draft.name === name);
  if (!found) throw new Error(`no draft ${name}`);
  return found;
}

describe('the AWS catalogue', () => {
  test('becomes 57 drafts, none rejected', () => {
    expect(rows.filter(({ result }) => !result.ok)).toEqual([]);
    expect(drafts).toHaveLength(57);
  });

  test('each has a key, a name and a title of its own', () => {
    for (const part of ['key', 'name', 'title'] as const) {
      expect(new Set(drafts.map(draft => draft[part])).size).toBe(57);
    }
    for (const { name } of drafts) expect(offerNameSchema.safeParse(name).success).toBe(true);
  });

  test('the titles read well', () => {
    expect(drafts.map(({ title }) => title)).toEqual([
      'Amazon Athena – Table',
      'Amazon Aurora MySQL – production',
      'Amazon Aurora MySQL – development',
      'Amazon Aurora MySQL – custom',
      'Amazon Aurora PostgreSQL – production',
      'Amazon Aurora PostgreSQL – development',
      'Amazon Aurora PostgreSQL – custom',
      'AWS CodeCommit',
      'Amazon Cognito – production',
      'Amazon Cognito – development',
      'Amazon Cognito – custom',
      'Amazon DocumentDB (with MongoDB compatibility) – production',
      'Amazon DocumentDB (with MongoDB compatibility) – development',
      'Amazon DocumentDB (with MongoDB compatibility) – custom',
      'Amazon DynamoDB – Hash and Range table',
      'Amazon ElastiCache – production',
      'Amazon ElastiCache – custom',
      'Amazon Elasticsearch – production',
      'Amazon Elasticsearch – development',
      'Amazon Elasticsearch – custom',
      'Amazon EMR – production',
      'Amazon EMR – custom',
      'Amazon Kinesis',
      'Amazon KMS',
      'Amazon Lex',
      'Amazon MQ – production',
      'Amazon MQ – development',
      'Amazon MQ – custom',
      'Amazon Polly',
      'Amazon RDS for MariaDB – production',
      'Amazon RDS for MariaDB – development',
      'Amazon RDS for MariaDB – custom',
      'Amazon RDS Microsoft SQL Server Enterprise, Standard, Web and Express – production',
      'Amazon RDS Microsoft SQL Server Enterprise, Standard, Web and Express – development',
      'Amazon RDS Microsoft SQL Server Enterprise, Standard, Web and Express – custom',
      'Amazon RDS for MySQL – production',
      'Amazon RDS for MySQL – development',
      'Amazon RDS for MySQL – custom',
      'Amazon RDS for Oracle – production',
      'Amazon RDS for Oracle – development',
      'Amazon RDS for Oracle – custom',
      'Amazon RDS for PostgreSQL – production',
      'Amazon RDS for PostgreSQL – development',
      'Amazon RDS for PostgreSQL – custom',
      'Amazon Redshift – production',
      'Amazon Redshift – custom',
      'Amazon Rekognition – Image',
      'Amazon Route 53 – Hosted Zone',
      'Amazon Route 53 – Record Set',
      'Amazon S3 – production',
      'Amazon S3 – custom',
      'Amazon SNS – Topic and Subscription',
      'Amazon SNS – Topic',
      'Amazon SNS – Subscription',
      'Amazon SQS – standard',
      'Amazon SQS – FIFO',
      'Amazon Translate',
    ]);
  });

  test('the options of each are sound, and what is fixed is not asked', () => {
    for (const { parsed } of drafts) {
      expect(optionProblems(parsed.options)).toEqual([]);
      const { properties } = parsed.options.schema;
      const asked = isJsonObject(properties) ? Object.keys(properties) : [];
      expect(asked.filter(option => option in parsed.options.fixed)).toEqual([]);
    }
  });

  test('what is mended or left out stands in the note of its row', () => {
    const plans = ['production', 'dev', 'custom'];
    const noted = drafts.filter(({ note }) => note !== undefined);
    expect(noted.map(({ name, note }) => [name, note])).toEqual([
      ...plans.map(plan => [
        `aws-rdsmssql-${plan}`,
        'documentationUrl is no https:// or http:// address: left out.', // it says hhttps://
      ]),
      ...plans.map(plan => [
        `aws-rdspostgresql-${plan}`,
        'EngineVersion: 1 repeated choice taken out.',
      ]),
    ]);
  });

  test('a draft holds what the catalogue knows', () => {
    const { parsed, key, interaction } = draftNamed('aws-rdspostgresql-production');
    expect(interaction).toBe('provision');
    expect(parsed.information).toEqual({
      title: 'Amazon RDS for PostgreSQL – production',
      summary: 'Configuration designed for production deployments',
      description: expect.stringMatching(
        /^PostgreSQL has become[\s\S]*\n\nCreates an Amazon RDS for PostgreSQL database/,
      ),
      tags: ['AWS', 'RDS', 'PostgreSQL', 'database'],
      logo: expect.stringMatching(/^https:\/\/s3\.amazonaws\.com\//),
    });
    expect(parsed.plans).toEqual({
      fulfilment: {
        driver: 'open-service-broker',
        reference: expect.stringMatching(new RegExp(`^aws:[0-9a-f-]{36}/${key}$`)),
        parties: [{ kind: 'external', name: 'Amazon Web Services' }],
        riskRoute: 'request',
      },
    });
    expect(parsed.knowledge.documents).toEqual([
      {
        title: 'Amazon RDS for PostgreSQL: documentation',
        url: expect.stringMatching(/^https:/),
        for: [],
      },
      {
        title: 'Amazon RDS for PostgreSQL: prices',
        url: expect.stringMatching(/^https:/),
        for: [],
      },
    ]);
    expect(Object.keys(parsed.options.fixed)).toHaveLength(16);
  });

  test('a draft leaves to people what people own', () => {
    for (const { content } of drafts) {
      expect(Object.keys(content).sort()).toEqual(['information', 'knowledge', 'options', 'plans']);
      expect(content.information).not.toHaveProperty('category');
      expect(Object.keys(content.plans ?? {})).toEqual(['fulfilment']);
      expect(content.plans?.fulfilment).not.toHaveProperty('riskRoute');
      expect(Object.keys(content.knowledge ?? {})).toEqual(['documents']);
    }
  });

  test('reading it again gives the same rows', () => {
    const again: SourceRow[] = rowsOf(settings, structuredClone(catalogue), 'The file');
    expect(again).toEqual(rows);
  });
});
