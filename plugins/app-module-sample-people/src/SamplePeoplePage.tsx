import { ProxiedSignInPage } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import type { SignInPageProps } from '@backstage/plugin-app-react';
import { useMemo, useState } from 'react';
import { choice, forgetOnSignOut } from './choice';
import { PeopleList } from './PeopleList';
import { readSamplePeople, type SamplePerson } from './people';

const problemOf = (person: SamplePerson, error?: Error) =>
  `${person.title} could not enter (${error?.message ?? 'no reason given'}). In the first seconds after a start the ` +
  'software catalogue is still being read: try again.';

/** Asks who the visitor is, or enters at once as the person chosen before in this tab. */
export const SamplePeoplePage = ({ onSignInSuccess }: SignInPageProps) => {
  const config = useApi(configApiRef);
  const portal = config.getOptionalString('app.title') ?? 'Offerdesk';
  const people = useMemo(() => readSamplePeople(config), [config]);
  const [attempt, setAttempt] = useState(0);
  const [chosen, setChosen] = useState(() => people.find(({ ref }) => ref === choice.recall()));

  const choose = (person: SamplePerson) => {
    choice.remember(person.ref);
    setChosen(person);
    setAttempt(count => count + 1);
  };

  const Refused = useMemo(
    () =>
      ({ error }: { error?: Error }) => (
        <PeopleList
          portal={portal}
          people={people}
          problem={chosen && problemOf(chosen, error)}
          onChoose={choose}
        />
      ),
    [portal, people, chosen],
  );

  if (!chosen) {
    return <PeopleList portal={portal} people={people} onChoose={choose} />;
  }
  // The key makes each choice a sign-in of its own: the page below starts one when it is mounted, and only then.
  return (
    <ProxiedSignInPage
      key={attempt}
      provider="samplePeople"
      headers={{ 'X-Offers-Sample-Person': chosen.ref }}
      ErrorComponent={Refused}
      onSignInSuccess={identity => onSignInSuccess(forgetOnSignOut(identity))}
    />
  );
};
