/** Why a Slack person is not accepted, in a sentence for that person alone. */
export class IdentityRefusal extends Error {
  constructor(
    /** stable code, for the log */
    readonly code: string,
    message: string,
    /** the sentence for the operators, where it is another */
    readonly detail: string = message,
  ) {
    super(message);
    this.name = 'IdentityRefusal';
  }
}

const sentences = {
  'other-team':
    'Offerdesk serves another Slack workspace. Use it in the workspace of your organisation.',
  organisation:
    'Offerdesk was installed for the whole organisation, and works in workspaces. Ask the people who run it to install it in this workspace.',
  guest:
    'Guests cannot use Offerdesk in Slack. Ask for a full account of the workspace, or use the portal.',
  bot: 'Only people can use Offerdesk in Slack, and this account is an app.',
  deactivated: 'This Slack account has been deactivated. Use your active account.',
} as const;

/** A refusal that the bot makes itself, before it asks the portal. */
export function identityRefusal(code: keyof typeof sentences): IdentityRefusal {
  return new IdentityRefusal(code, sentences[code]);
}
