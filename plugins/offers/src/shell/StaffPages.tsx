import { Route, Routes } from 'react-router-dom';
import { Page } from '../parts/Page';
import { ManagerWords } from '../words/ManagerWords';
import { useT } from '../words/useWords';
import { NothingHere } from './NothingHere';
import { staffRoutes } from './staffRoutes';

const NoSuchPage = () => {
  const t = useT();
  return (
    <Page title={t('shell.nothingHere')}>
      <NothingHere title={t('shell.nothingVisible')} description={t('shell.mistyped')} />
    </Page>
  );
};

/** The pages for those who look after offers. */
export default function StaffPages() {
  return (
    <ManagerWords>
      <Routes>
        {staffRoutes}
        <Route path="*" element={<NoSuchPage />} />
      </Routes>
    </ManagerWords>
  );
}
