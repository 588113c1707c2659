import { remembering } from './useT';

const messages: Readonly<Record<string, string>> = {
  star: 'Star {{title}}',
  plain: 'Offers',
  some_one: '{{count}} offer of {{team}}',
  some_other: '{{count}} offers of {{team}}',
};

/** A translator as i18next is one, which counts how often it is asked. */
function library() {
  const asked: string[] = [];
  const t = (key: string, values: Readonly<Record<string, unknown>> = {}): unknown => {
    asked.push(key);
    const parts = Object.values(values);
    if (parts.some(part => typeof part === 'object')) return parts;
    const form = 'count' in values ? `${key}_${values.count === 1 ? 'one' : 'other'}` : key;
    return (messages[form] ?? form).replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
  };
  return { asked, t: remembering(t) as unknown as typeof t };
}

describe('a translator that remembers', () => {
  it('asks once for a message, whatever names stand in it', () => {
    const { asked, t } = library();
    expect([t('plain'), t('star', { title: 'A $& queue' }), t('plain')]).toEqual([
      'Offers',
      'Star A $& queue',
      'Offers',
    ]);
    expect(t('star', { title: '{{title}}' })).toBe('Star {{title}}');
    expect(asked).toEqual(['plain', 'star']);
  });

  it('asks for each number, by which the message is chosen', () => {
    const { asked, t } = library();
    const said = [1, 2, 1].map(count => t('some', { count, team: 'us' }));
    expect(said).toEqual(['1 offer of us', '2 offers of us', '1 offer of us']);
    expect(t('some', { count: 2, team: 'them' })).toBe('2 offers of them');
    expect(asked).toHaveLength(3);
  });

  it('keeps no elements', () => {
    const { asked, t } = library();
    const [one, other] = [{ type: 'b' }, { type: 'i' }];
    expect([t('plain', { one }), t('plain', { other })]).toEqual([[one], [other]]);
    expect(asked).toHaveLength(2);
  });
});
