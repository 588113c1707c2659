export interface Config {
  /** Service Offers. */
  offers: {
    /** Address of the portal in messages and links; without it, `app.baseUrl`. */
    portalUrl?: string;
    /** Which catalogue groups hold the roles of the Release value stream. */
    roles?: {
      /** Defines, plans, publishes and imports offers; reads the audit log. */
      catalogManager?: string[];
      /** Defines and plans offers. */
      productManager?: string[];
      /** Releases approved plans; reads the audit log. */
      releaseManager?: string[];
      /** Reads every offer and plan. */
      operationsManager?: string[];
      /** Reads every offer and plan. */
      supportSpecialist?: string[];
      /** Reads every offer and plan. */
      testSpecialist?: string[];
    };
    /** The categories that an offer can be in. */
    categories?: Array<{
      /** Lower-case id, such as `databases`. */
      id: string;
      /** What people read. */
      title: string;
    }>;
    /** Who approves release plans. */
    approval: {
      /** Groups and users that approve. */
      approvers: string[];
      /** How many different people have to approve; 1 unless told. */
      required?: number;
      /** Id of a Slack channel that gets the approval cards too; its readers see cost and margin. */
      channel?: string;
    };
    announcements?: {
      /** The only Slack channels that offers are announced in. */
      channels?: Array<{
        /** Id of the channel, such as `C0123ABCD`. */
        channel: string;
        /**
         * Who reads the channel: groups, or `everyone`. An offer is announced there only when all of
         * them are in its audience.
         */
        audience: string[];
      }>;
    };
    demand?: {
      /**
       * Whether a release of a product that no offer carries raises demand for a new offer; `false` unless
       * told. A release of a carried product always raises demand for a change.
       */
      forUncarriedProducts?: boolean;
    };
    waivers?: {
      /** Which roles may let a criterion pass; catalog managers unless told. */
      roles?: string[];
    };
    stakeholders?: {
      /**
       * Groups and users that look after consumers. They are told the date of what is coming, where they are
       * in its audience; Operations and Support always are.
       */
      consumerManagers?: string[];
    };
    calendar?: {
      /** Times in which nothing should be released; the calendar of plans shows who does. */
      freezes?: Array<{
        /** Instant with its zone, included, such as `2026-12-24T00:00:00+01:00`. */
        from: string;
        /** Instant with its zone, excluded. */
        until: string;
        /** What people read. */
        title: string;
      }>;
    };
    slack?: {
      /** Whether people without a Slack annotation are looked up by the e-mail of their User entity. */
      matchEmail?: boolean;
    };
  };
}
