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
    /**
     * The categories that the catalogue begins with. They are brought in when the plugin starts; from then on plans
     * change the structure, and have the last word.
     */
    categories?: Array<{
      /** Lower-case id, such as `databases`. */
      id: string;
      /** What people read. */
      title: string;
      /** Id of the category that it is in; named before it. */
      parent?: string;
    }>;
    /** Who approves release plans. Either `approvers` (one step), or `steps`; see docs/guides/approval.md. */
    approval: {
      /** Groups and users that approve. */
      approvers?: string[];
      /** How many different people have to approve; 1 unless told. */
      required?: number;
      /** Id of a Slack channel that gets the approval cards too; its readers see cost and margin. */
      channel?: string;
      /** Steps that are asked for one after the other. */
      steps?: Array<{
        /** Lower-case id, such as `finance`. */
        id: string;
        /** What people read; the id unless told. */
        title?: string;
        /** When it is asked for: of several entries one is enough, within one all hold. Always, unless told. */
        when?: Array<{
          scenario?: Array<'new' | 'change' | 'bundle' | 'terminate'>;
          marginUnderFloor?: boolean;
          priceChangeOver?: {
            percent: number;
            /** `either` unless told. */
            direction?: 'up' | 'down' | 'either';
          };
          audienceEveryone?: boolean;
          riskRoute?: 'request' | 'change';
          terminationWithSubscriptions?: boolean;
          structureChanges?: boolean;
          viewChanges?: boolean;
          /** A rule that a backend module adds. */
          rule?: {
            id: string;
            params?: { [key: string]: unknown };
          };
        }>;
        approvers: {
          groups?: string[];
          users?: string[];
          /** The owners of the offer, or of the entities linked in these roles. */
          ownersOf?: Array<'offer' | 'product' | 'instance' | 'dependsOn' | 'documentation'>;
          /** Id of a resolver that a backend module adds. */
          resolver?: string;
        };
        /** How many of them have to approve; `any` unless told. */
        need?: 'any' | 'all' | { count: number } | { percent: number };
        /** When to remind them, in hours after the step began to wait, or as a back-off. */
        remindAfterHours?: number[] | { firstHours: number; factor?: number; max: number };
        /** Who may approve too when nobody did. */
        escalate?: {
          afterHours: number;
          /** Groups and users. */
          to: string[];
        };
        /** Where it is decided; `anywhere` unless told. */
        decideIn?: 'anywhere' | 'portal';
        /** Whether it carries little risk, for surfaces that make such a decision quicker. */
        lowRisk?: boolean;
      }>;
      /** After so many days without a decision a plan is taken back to draft; never unless told. */
      expireAfterDays?: number;
      /**
       * When people are left in peace, each in their own zone: reminders, announcements in person and digests wait for the end
       * of it, unless that would be too late. None, unless told.
       */
      quietHours?: {
        /** Time of day, such as `20:00`. */
        from: string;
        /** Time of day, such as `08:00`; at or before `from` it is that of the next day. */
        until: string;
        /** Whether Saturday and Sunday are quiet all day; `false` unless told. */
        weekends?: boolean;
        /** IANA zone for those whose own is not known; `UTC` unless told. */
        zone?: string;
        /** Whether approval cards wait too, unless they are urgent; `false` unless told. */
        approvals?: boolean;
      };
      breakGlass?: {
        /** Who may approve alone in an emergency, with a reason; nobody unless told. */
        groups: string[];
      };
      material?: {
        /** Editorial parts of the content whose change voids approvals too: information, knowledge, monitoring. */
        alsoParts?: string[];
      };
      delegation?: {
        /** For how long somebody may stand in for an approver; 30 days unless told, 0 forbids it. */
        maxDays?: number;
      };
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
        /** What it hears of: offers of these catalogues; all, unless told. */
        catalogues?: string[];
        /** Offers in these categories, and in those below them; all, unless told. */
        categories?: string[];
        /** Offers that these views show; all, unless told. */
        views?: string[];
        /** Announcements of these kinds; all, unless told. */
        kinds?: Array<'available' | 'changed' | 'ending' | 'ended' | 'promotion'>;
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
    notifications?: {
      /**
       * Whether people are notified in the portal of what is sent to them. Unless told, they are where the
       * notifications plugin runs in the same backend.
       */
      enabled?: boolean;
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
      /**
       * In which Slack workspace a channel is, by the ids of both (`C0123ABCD: T0123ABCD`): for bots that serve
       * several. A channel that is not named is in the first workspace of the bot.
       */
      channelTeams?: { [channel: string]: string };
      /**
       * What channels are called, by their ids (`C0123ABCD: platform-offers`): pages of the portal call them so. One that is
       * not named stands by its id.
       */
      channelNames?: { [channel: string]: string };
    };
  };
}
