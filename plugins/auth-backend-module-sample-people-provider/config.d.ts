export interface Config {
  auth?: {
    providers?: {
      /**
       * Development only: sign in as one of these people without a proof. The backend refuses to start with this key when
       * NODE_ENV or `auth.environment` is `production`; set it to null there.
       */
      samplePeople?: {
        /** Who may be chosen; each must be a User of the software catalogue. */
        people: Array<{
          /** Entity ref, such as `user:default/carla`. */
          ref: string;
          /** The name that the sign-in page shows. */
          title: string;
          /** One sentence that says what this person does. */
          role: string;
        }>;
      };
    };
  };
}
