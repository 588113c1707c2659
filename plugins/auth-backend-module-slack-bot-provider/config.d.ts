export interface Config {
  auth?: {
    providers?: {
      /**
       * Sign-in of Slack people through the Offerdesk bot. Leave it out when there is no bot.
       */
      slackBot?: {
        /**
         * The bot's Ed25519 public key in PEM; the bot holds the private half. Required, unless
         * `publicKeys` is given. It is not a secret, but who can change it can act as anybody.
         * @visibility backend
         */
        publicKey?: string;
        /**
         * Several public keys in PEM, in place of `publicKey`, while the bot's key is changed.
         * @visibility backend
         */
        publicKeys?: string[];
        /**
         * Ids of the Slack workspaces whose people may sign in, such as `T0123ABCD`. Not empty.
         * @visibility backend
         */
        teams: string[];
        /**
         * Whether a person whom no annotation `slack.com/bot-notify` links may be found by the
         * e-mail address that Slack has confirmed. Default: false.
         * @visibility backend
         */
        matchEmail?: boolean;
        /**
         * How far the clocks of bot and portal may be apart, in whole seconds from 0 to 60.
         * Default: 5.
         * @visibility backend
         */
        clockToleranceSeconds?: number;
      };
    };
  };
}
