export interface Config {
  auth?: {
    providers?: {
      samplePeople?: {
        /** Who may be chosen on the sign-in page (development only). */
        people: Array<{
          /**
           * Entity ref, such as `user:default/carla`.
           * @visibility frontend
           */
          ref: string;
          /**
           * The name that the sign-in page shows.
           * @visibility frontend
           */
          title: string;
          /**
           * One sentence that says what this person does.
           * @visibility frontend
           */
          role: string;
        }>;
      };
    };
  };
}
