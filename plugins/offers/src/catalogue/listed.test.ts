import { listedOf } from './listed';

const owners = Array.from({ length: 200 }, (_, index) => ({
  id: `group:default/team-${index}`,
  label: `Team ${index}`,
  count: 200 - index,
}));

const idsOf = ({ listed }: ReturnType<typeof listedOf>) => listed.map(({ id }) => id);

describe('the values of a filter that are listed', () => {
  it('are the first, with how many more there are', () => {
    const { listed, more } = listedOf(owners, '', undefined);
    expect(listed).toEqual(owners.slice(0, 50));
    expect(more).toBe(150);
  });

  it('are those that hold what was typed, wherever they stand', () => {
    expect(idsOf(listedOf(owners, ' team 19', undefined))).toEqual(
      [19, 190, 191, 192, 193, 194, 195, 196, 197, 198, 199].map(
        number => `group:default/team-${number}`,
      ),
    );
  });

  it('hold the chosen one, which is to be read and to be taken back', () => {
    const chosen = 'group:default/team-120';
    expect(idsOf(listedOf(owners, '', chosen))).toHaveLength(51);
    expect(idsOf(listedOf(owners, '', chosen))).toContain(chosen);
    expect(idsOf(listedOf(owners, 'nobody', chosen))).toEqual([chosen]);
  });
});
