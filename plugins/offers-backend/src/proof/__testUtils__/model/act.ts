import { Verdict } from '@offerdesk/backstage-plugin-offers-common';
import { EditOf } from './wishes';
import { Who } from './who';
import {
  ModelContent,
  ModelPlan,
  ModelRelease,
  ModelRingAct,
  ModelScenario,
  ModelStatus,
} from './world';

/** An act as it is asked of the portal: of whom, and by what was seen. */
export type Act = { who: Who; key: string } & (
  | { do: 'edit'; offer: number; stamp: number; content: ModelContent; what: EditOf }
  | { do: 'next'; offer: number }
  | {
      do: 'plan';
      scenario: ModelScenario;
      brings: number[];
      ends: ModelPlan['ends'];
      moves: ModelPlan['moves'];
      releaseAt: string;
    }
  | { do: 'patch'; plan: string; stamp: number; releaseAt: string | undefined }
  | { do: 'submit'; plan: string; stamp: number }
  | { do: 'cancel'; plan: string; stamp: number }
  | { do: 'decide'; plan: string; token: number; verdict: Verdict }
  | { do: 'break-glass'; plan: string; token: number }
  | { do: 'implement'; plan: string; stamp: number; implementer: Who }
  | { do: 'ready'; plan: string; stamp: number }
  | { do: 'release'; plan: string; token: number }
  | { do: 'roll-back'; offer: number; number: number }
  | { do: 'suspend'; offer: number }
  | { do: 'resume'; offer: number }
  | { do: 'ring'; offer: number; number: number; act: ModelRingAct['act'] }
  | { do: 'report'; release: ModelRelease; status: ModelStatus }
  | { do: 'delegate'; hours: number }
  | { do: 'revoke'; delegation: string }
);

/** The acts of some kinds. */
export type Of<Kind extends Act['do']> = Extract<Act, { do: Kind }>;
