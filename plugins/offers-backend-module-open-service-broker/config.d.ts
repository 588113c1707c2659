export interface Config {
  offers?: {
    sources?: {
      /**
       * Open Service Broker catalogues that offers are imported from. Each has either `file` or `url`.
       */
      openServiceBroker?: Array<{
        /**
         * Lower-case letters, digits and hyphens, at most 40; part of the imported offers' names and
         * identity: a changed id imports every plan anew.
         * @visibility backend
         */
        id: string;
        /**
         * The name that people read.
         * @visibility backend
         */
        title: string;
        /**
         * A file that holds the answer of `GET /v2/catalog`; relative to the backend's working directory.
         * @visibility backend
         */
        file?: string;
        /**
         * Address of the broker, https or http, without `/v2/catalog`.
         * @visibility backend
         */
        url?: string;
        /**
         * How the broker knows us: `username` and `password`, or `token`. Only with `url`.
         */
        auth?: {
          /** @visibility backend */
          username?: string;
          /** @visibility secret */
          password?: string;
          /**
           * Sent as `Authorization: Bearer`.
           * @visibility secret
           */
          token?: string;
        };
        /**
         * The supplier, where the catalogue's `providerDisplayName` names none.
         * @visibility backend
         */
        provider?: string;
      }>;
    };
  };
}
