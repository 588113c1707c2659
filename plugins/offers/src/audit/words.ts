/** An action as people say it: `Plan: request changes` of `plan.request-changes`. */
export function actionWords(action: string): string {
  const [area = '', verb = ''] = action.split('.');
  const plain = (text: string) => text.replace(/-/g, ' ');
  return `${area.charAt(0).toUpperCase()}${plain(area).slice(1)}: ${plain(verb)}`;
}
