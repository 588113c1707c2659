import { ConfigReader } from '@backstage/config';
import { assertDevelopment, readSamplePeople } from './config';

describe('the sample people of the configuration', () => {
  it('are refused under NODE_ENV=production, with the key and the remedy', () => {
    expect(() => assertDevelopment(new ConfigReader({}), 'production')).toThrow(
      /auth\.providers\.samplePeople.*NODE_ENV is production.*to null/,
    );
  });

  it('are welcome in development', () => {
    const config = new ConfigReader({ auth: { environment: 'development' } });
    expect(() => assertDevelopment(config, 'development')).not.toThrow();
  });

  it('are read as entity refs in normal form', () => {
    const config = new ConfigReader({
      people: [
        { ref: 'User:Default/Carla', title: 'Carla' },
        { ref: 'mia', title: 'Mia' },
      ],
    });
    expect([...readSamplePeople(config)]).toEqual([
      ['user:default/carla', 'Carla'],
      ['user:default/mia', 'Mia'],
    ]);
  });

  it('must be at least one', () => {
    expect(() => readSamplePeople(new ConfigReader({}))).toThrow(
      'auth.providers.samplePeople.people is empty',
    );
  });

  it('must be users', () => {
    const config = new ConfigReader({ people: [{ ref: 'group:default/catalog-managers' }] });
    expect(() => readSamplePeople(config)).toThrow('people[0].ref');
  });
});
