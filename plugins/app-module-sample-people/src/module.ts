import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { SignInPageBlueprint } from '@backstage/plugin-app-react';

/**
 * Puts the choice of a sample person in the place of the app's sign-in page.
 *
 * @public
 */
export const samplePeopleModule = createFrontendModule({
  pluginId: 'app',
  extensions: [
    SignInPageBlueprint.make({
      params: {
        loader: () => import('./SamplePeoplePage').then(page => page.SamplePeoplePage),
      },
    }),
  ],
});
