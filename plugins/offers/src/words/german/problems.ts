import type { ProblemCode } from '@offerdesk/backstage-plugin-offers-common';

/** German for every refusal, by its code. */
export const problemGerman: Record<`problem.said_${ProblemCode}`, string> = {
  'problem.said_invalid-input':
    'Etwas an den Angaben stimmt nicht; verbessern Sie die genannten Felder.',
  'problem.said_idempotency-key-missing':
    'Senden Sie einen Header Idempotency-Key mit einem einmaligen Wert.',
  'problem.said_version-missing': 'Senden Sie einen Header If-Match mit dem gelesenen ETag.',
  'problem.said_not-signed-in': 'Melden Sie sich zuerst an.',
  'problem.said_not-allowed':
    'Ihre Rolle erlaubt das nicht; fragen Sie jemanden, der den Katalog verantwortet.',
  'problem.said_not-an-approver': 'Sie gehören nicht zu denen, die diesen Plan genehmigen.',
  'problem.said_not-a-glass-breaker':
    'Sie gehören nicht zu denen, die im Notfall allein genehmigen dürfen (offers.approval.breakGlass).',
  'problem.said_author-cannot-decide':
    'Sie haben diese Änderung geschrieben oder eingereicht, also muss jemand anders darüber entscheiden.',
  'problem.said_author-cannot-waive':
    'Sie haben diese Version geschrieben, also muss jemand anders ausnehmen, was ihr fehlt.',
  'problem.said_stand-in-for-author':
    'Wen Sie vertreten, der war an dieser Änderung beteiligt; für ihn kann niemand entscheiden.',
  'problem.said_decide-in-portal': 'Diese Entscheidung fällt im Portal: Öffnen Sie dort den Plan.',
  'problem.said_not-low-risk':
    'Über einen solchen Plan wird nach der Richtlinie einzeln entschieden: Öffnen Sie seine Karte oder das Portal.',
  'problem.said_not-found': 'Hier ist nichts, das Sie sehen können.',
  'problem.said_conflict': 'Jemand hat das inzwischen geändert; laden Sie es neu.',
  'problem.said_name-taken': 'Ein anderes Angebot heißt so; wählen Sie einen anderen Namen.',
  'problem.said_idempotency-key-reused':
    'Dieser Idempotency-Key gehört zu einer anderen Anfrage; nehmen Sie einen neuen.',
  'problem.said_already-decided': 'Sie haben darüber schon entschieden.',
  'problem.said_not-your-turn':
    'Der Schritt, der auf eine Entscheidung wartet, gehört jetzt nicht Ihnen: Der Plan zeigt, wer an der Reihe ist.',
  'problem.said_approval-expired':
    'Niemand hat rechtzeitig entschieden; der Plan muss wieder eingereicht werden.',
  'problem.said_not-open': 'Dieser Plan wartet nicht mehr auf eine Entscheidung.',
  'problem.said_content-changed':
    'Der Plan hat sich geändert, seit Sie ihn gesehen haben; sehen Sie ihn noch einmal an.',
  'problem.said_wrong-state': 'Sein Zustand erlaubt das nicht; laden Sie es neu.',
  'problem.said_offer-in-plan': 'Das Angebot ist schon in einem laufenden Plan.',
  'problem.said_already-published': 'Dieses Angebot ist schon veröffentlicht.',
  'problem.said_has-draft': 'Das Angebot hat schon einen Entwurf; bearbeiten Sie den.',
  'problem.said_never-published':
    'Dieses Angebot war nie veröffentlicht, also bleibt sein einziger Entwurf; bearbeiten Sie den.',
  'problem.said_scenario-mismatch':
    'Das Szenario des Plans bringt so etwas nicht; sehen Sie die Felder an.',
  'problem.said_gate-not-met': 'Einige Kriterien sind noch nicht erfüllt; sehen Sie, was fehlt.',
  'problem.said_not-recalculable':
    'Einige Preise lassen sich nicht neu berechnen; sehen Sie die Felder an und lassen Sie diese Angebote weg.',
  'problem.said_reason-missing': 'Nennen Sie einen Grund.',
  'problem.said_no-price': 'Dafür gibt es keinen Preis; wählen Sie eine andere Währung.',
  'problem.said_not-orderable': 'Zu dieser Zeit lässt sich das nicht bestellen.',
  'problem.said_source-failed':
    'Die Quelle hat nicht mit einem Katalog geantwortet; prüfen Sie ihre Adresse und versuchen Sie es noch einmal.',
  'problem.said_approvers-unknown':
    'Wer genehmigt, ließ sich nicht feststellen; versuchen Sie es noch einmal oder sagen Sie es der Administration.',
  'problem.said_link-code-wrong':
    'Dieser Code ist vertippt, verbraucht oder älter als zehn Minuten: Holen Sie einen neuen und geben Sie ihn ein.',
  'problem.said_slack-linked-elsewhere':
    'Dieses Slack-Konto gehört zu jemand anderem im Portal. Lösen Sie die Verknüpfung zuerst dort, oder fragen Sie die Administration.',
  'problem.said_slack-already-linked':
    'Sie haben ein anderes Konto dieses Slack-Arbeitsbereichs verknüpft. Lösen Sie zuerst dessen Verknüpfung.',
  'problem.said_lease-lost': 'Diese Nachricht hat inzwischen jemand anders übernommen.',
  'problem.said_unavailable':
    'Der Dienst ist im Moment nicht verfügbar; versuchen Sie es in einer Minute noch einmal.',
};
