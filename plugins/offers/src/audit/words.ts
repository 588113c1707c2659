import { codedIn } from '../words/coded';
import type { T } from '../words/useWords';

/** An action as people say it; in English `Plan: request changes` of `plan.request-changes`. */
export function actionIn(t: T, action: string): string {
  const [area = '', verb = ''] = action.split('.');
  const plain = (text: string) => text.replace(/-/g, ' ');
  const said = `${area.charAt(0).toUpperCase()}${plain(area).slice(1)}: ${plain(verb)}`;
  return codedIn(t, 'audit.said', action, said);
}
