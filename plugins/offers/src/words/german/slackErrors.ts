const CHANNEL =
  'Prüfen Sie die Kennung des Kanals in der Konfiguration, und wenn er privat ist, laden Sie die App in ihn ein (/invite).';
const ANOTHER = 'Wählen Sie in der Konfiguration einen anderen.';
const ADMINS = 'Bitten Sie die Administration des Slack-Arbeitsbereichs';
const INSTALL =
  'Installieren Sie die Slack-App neu; ein Bot mit SLACK_BOT_TOKEN bekommt dort das neue Token und wird neu gestartet.';
const SCOPES =
  'Fügen Sie der App die Berechtigungen aus bot/manifest.json hinzu und installieren Sie sie neu.';
const LINK =
  'Lassen Sie die Person ihr Konto verknüpfen (/offers/slack im Portal), oder berichtigen Sie die Annotation slack.com/bot-notify.';
const ANNOTATION =
  'Berichtigen Sie die Annotation slack.com/bot-notify der Person oder ihre Verknüpfung.';
const OF_THE_BOT = 'Sehen Sie ins Portal, und melden Sie das als Fehler des Bots.';
const IN_PORTAL = 'Was sie zeigte, steht im Portal; noch einmal gesendet, erscheint sie neu.';
const RATE = 'Slack bittet zu warten: Der Bot macht von selbst weiter.';
const MOVING =
  'Slack zieht den Arbeitsbereich oder den Kanal in eine Organisation um: Danach macht der Bot von selbst weiter.';
const LOOKED_UP =
  'Slack hatte eine Störung: Der Bot sieht nach, ob die Nachricht da ist, bevor er sie noch einmal sendet.';
const TOO_LONG = `Die Nachricht ist zu lang für Slack. ${OF_THE_BOT}`;
const LAYOUT = `Slack nimmt die Gestaltung nicht an. ${OF_THE_BOT}`;
const KEY = `Slack nimmt den Schlüssel der Nachricht nicht an. ${OF_THE_BOT}`;

/** German for what to do about an error of Slack, by its code. */
const remedies: Readonly<Record<string, string>> = {
  channel_not_found: `Slack kennt den Kanal nicht. ${CHANNEL}`,
  not_in_channel: 'Die App ist nicht im Kanal: Laden Sie sie dort ein (/invite).',
  is_archived: `Der Kanal ist archiviert: Holen Sie ihn zurück. Oder: ${ANOTHER}`,
  is_inactive: `Der Kanal ist archiviert, eingefroren oder gelöscht. ${ANOTHER}`,
  method_not_supported_for_channel_type: `Diese Art von Unterhaltung nimmt keine solche Nachricht. ${ANOTHER}`,
  restricted_action: `Apps dürfen in diesem Kanal nicht schreiben. ${ADMINS}, es zu erlauben.`,
  restricted_action_read_only_channel: `In diesem Kanal dürfen nur einige schreiben. ${ADMINS}, die App zuzulassen.`,
  restricted_action_non_threadable_channel: `Dieser Kanal nimmt keine Antworten. ${ANOTHER}`,
  restricted_action_thread_only_channel: `Dieser Kanal nimmt nur Antworten. ${ANOTHER}`,
  restricted_action_thread_locked: `Der Thread ist gesperrt. ${ADMINS}, ihn zu öffnen, oder sagen Sie es den Leuten selbst.`,
  external_channel_migrating: MOVING,
  ekm_access_denied:
    'Die Administration hat das Schreiben ausgesetzt (Enterprise Key Management): Fragen Sie, wann es wieder erlaubt ist.',
  enterprise_is_restricted:
    'Die App wurde für eine ganze Enterprise-Grid-Organisation installiert: Installieren Sie sie stattdessen im Arbeitsbereich.',
  team_access_not_granted: `Die App ist in diesem Arbeitsbereich nicht zugelassen. ${ADMINS}, ihn der App hinzuzufügen.`,
  access_denied: `Der Arbeitsbereich lässt die App das nicht tun. ${ADMINS}, es zu genehmigen.`,
  accesslimited: `Der Arbeitsbereich nimmt keine Anfragen aus dem Netz des Bots. ${ADMINS}, seine Adresse zuzulassen.`,
  two_factor_setup_required: `Der Arbeitsbereich verlangt einen zweiten Faktor von dem, der die App installiert hat. ${ADMINS}, ihn einzurichten.`,
  team_not_found:
    'Slack kennt den Arbeitsbereich nicht: Prüfen Sie SLACK_TEAM_ID des Bots und offers.slack.channelTeams.',
  org_login_required: MOVING,
  team_added_to_org: MOVING,
  account_inactive: `Die App wurde aus dem Arbeitsbereich entfernt. ${INSTALL}`,
  token_revoked: `Das Token der App wurde widerrufen. ${INSTALL}`,
  token_expired: `Das Token der App ist abgelaufen. ${INSTALL}`,
  invalid_auth: `Slack nimmt das Token nicht an, oder nicht von dieser Adresse. ${INSTALL}`,
  not_authed: `Die Anfrage hatte kein Token. ${INSTALL}`,
  not_allowed_token_type:
    'Das Token ist von anderer Art: Nehmen Sie das Bot User OAuth Token (xoxb-…) für SLACK_BOT_TOKEN, und starten Sie den Bot neu.',
  missing_scope: `Der App fehlt eine Berechtigung. ${SCOPES}`,
  no_permission: `Die App darf das nicht: Laden Sie sie in den Kanal ein (/invite). Ist sie schon dort: ${SCOPES}`,
  user_not_found: `Slack kennt diese Person nicht. ${LINK}`,
  users_not_found: `Kein Slack-Konto hat diese E-Mail-Adresse. ${LINK}`,
  user_disabled: `Dieses Slack-Konto ist deaktiviert. ${ANNOTATION}`,
  user_not_visible: `Die App sieht diese Person nicht. ${ANNOTATION}`,
  cannot_dm_bot: `Dieses Slack-Konto ist eine App. ${ANNOTATION}`,
  not_enough_users: `Slack öffnet keine Unterhaltung mit diesem Konto. ${ANNOTATION}`,
  messages_tab_disabled:
    'Die App nimmt keine Direktnachrichten: Schalten Sie in ihren Einstellungen unter App Home den Messages Tab ein.',
  message_not_found: `Die Nachricht wurde in Slack gelöscht. ${IN_PORTAL}`,
  thread_not_found: `Die Nachricht, zu der der Thread gehört, wurde in Slack gelöscht. ${IN_PORTAL}`,
  cant_update_message: `Die Nachricht ist nicht von dieser App. ${IN_PORTAL}`,
  edit_window_closed: `Nachrichten lassen sich im Arbeitsbereich nur eine Zeit lang ändern. ${ADMINS}, das aufzuheben; bis dahin zeigt das Portal, was gilt.`,
  msg_too_long: TOO_LONG,
  msg_blocks_too_long: TOO_LONG,
  invalid_blocks: LAYOUT,
  invalid_blocks_format: LAYOUT,
  invalid_metadata_format: KEY,
  metadata_too_large: KEY,
  ratelimited: RATE,
  rate_limited: RATE,
  message_limit_exceeded: RATE,
  fatal_error: LOOKED_UP,
  internal_error: LOOKED_UP,
  service_unavailable: LOOKED_UP,
  request_timeout: LOOKED_UP,
};

/** The same as messages; of a code that we do not know, what the bot says of it stays. */
export const slackErrorGerman: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(remedies).map(([code, remedy]) => [`slackError.said_${code}`, remedy]),
);
