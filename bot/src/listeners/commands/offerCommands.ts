import { Asker } from '../../identity/asker';
import { Drawn } from '../../views/blocks';
import { ChooseValue } from '../../views/values';
import { BotServices } from '../services';
import { resumeCommand, rollBackCommand, suspendCommand } from './acts';
import { announceCommand } from './announce';
import { auditCommand } from './audit';
import { OfferCommand, OpenForm } from './offerCommand';
import { planCommand } from './plan';
import { publishCommand } from './publish';
import { ringsCommand } from './rings';
import { scheduleCommand } from './schedule';
import { showCommand } from './show';
import { terminateCommand } from './terminate';
import { whyCommand } from './why';

const offerCommands: Readonly<Record<ChooseValue['c'], OfferCommand>> = {
  show: showCommand,
  why: whyCommand,
  plan: planCommand,
  publish: publishCommand,
  schedule: scheduleCommand,
  suspend: suspendCommand,
  resume: resumeCommand,
  'roll-back': rollBackCommand,
  rings: ringsCommand,
  terminate: terminateCommand,
  announce: announceCommand,
  audit: auditCommand,
};

/** Runs a command about one offer. */
export function runOfferCommand(
  command: ChooseValue['c'],
  services: BotServices,
  asker: Asker,
  typed: string,
  openForm: OpenForm,
): Promise<Drawn | string> {
  return offerCommands[command](services, asker, typed, openForm);
}
