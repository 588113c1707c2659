import { ButtonLink } from '@backstage/ui';
import { Empty } from '../parts/Empty';
import { useT } from '../words/useWords';
import { useLinks } from './useLinks';

/** Says that there is nothing here for the reader, why, and leads on to what is. */
export const NothingHere = ({ title, description }: { title: string; description: string }) => {
  const t = useT();
  return (
    <Empty
      title={title}
      description={description}
      action={
        <ButtonLink variant="secondary" href={useLinks().catalogue}>
          {t('shell.toCatalogue')}
        </ButtonLink>
      }
    />
  );
};
