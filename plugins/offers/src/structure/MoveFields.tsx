import { Select, Text } from '@backstage/ui';
import { useT } from '../words/useWords';

/** Where an offer goes, as far as it is chosen. */
export interface Destination {
  catalogue?: string;
  category?: string;
}

interface MoveFieldsProps {
  /** the catalogue that holds the offer */
  from: string;
  /** the category that the offer names, which it keeps where the catalogue has it */
  named?: string | undefined;
  catalogues: readonly { name: string; title: string }[];
  categories: readonly { name: string; title: string; catalogue: string }[];
  value: Destination;
  onChange: (into: Destination) => void;
}

/** Into which catalogue an offer moves, and in which category it is found there. */
export const MoveFields = (props: MoveFieldsProps) => {
  const { from, named, catalogues, categories, value, onChange } = props;
  const t = useT();
  const others = catalogues.filter(({ name }) => name !== from);
  const there = categories.filter(({ catalogue }) => catalogue === value.catalogue);
  if (others.length === 0) return <Text as="p">{t('offerMove.onlyOne')}</Text>;
  const choose = (catalogue: string) => {
    const own = categories.filter(each => each.catalogue === catalogue);
    const category = own.find(({ name }) => name === named) ?? (own.length === 1 ? own[0] : null);
    onChange({ catalogue, ...(category ? { category: category.name } : {}) });
  };
  return (
    <>
      <Text as="p" color="secondary">
        {t('offerMove.isIn', {
          catalogue: catalogues.find(({ name }) => name === from)?.title ?? from,
        })}
      </Text>
      <Select
        label={t('offerMove.catalogue')}
        isRequired
        secondaryLabel={t('form.required')}
        value={value.catalogue ?? null}
        onChange={key => choose(String(key))}
        options={others.map(({ name, title }) => ({ id: name, label: title }))}
      />
      {value.catalogue !== undefined &&
        (there.length === 0 ? (
          <Text as="p" color="danger" role="status">
            {t('offerMove.noCategory')}
          </Text>
        ) : (
          <Select
            label={t('offerMove.category')}
            description={t('offerMove.categoryNote')}
            isRequired
            secondaryLabel={t('form.required')}
            value={value.category ?? null}
            onChange={key => onChange({ ...value, category: String(key) })}
            options={there.map(({ name, title }) => ({ id: name, label: title }))}
          />
        ))}
    </>
  );
};

/** The change that moves an offer; undefined while it is not known where to. */
export function moveOf(target: string, { catalogue, category }: Destination) {
  if (catalogue === undefined || category === undefined) return undefined;
  return { kind: 'offer-move' as const, target, body: { catalogue, category } };
}
