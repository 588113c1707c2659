import { Asked, AskedStep, Decider } from '../approval/asked';

/** A step of a plan in tests: any of two release managers, waiting since the first of December. */
export function aStep(changes: Partial<AskedStep> = {}): AskedStep {
  return {
    id: 'approval',
    title: 'Approval',
    approvers: ['group:default/release-managers'],
    people: ['user:default/mia', 'user:default/ravi'],
    need: 'any',
    remindAfterHours: [],
    decideIn: 'anywhere',
    lowRisk: false,
    openedAt: '2026-12-01T09:00:00.000Z',
    ...changes,
  };
}

/** What is asked of a plan in tests. */
export function asking(...steps: AskedStep[]): Asked {
  return { steps };
}

/** A person of tests with their groups. */
export function aPerson(name: string, ...groups: string[]): Decider {
  return {
    ref: `user:default/${name}`,
    principals: [`user:default/${name}`, ...groups.map(group => `group:default/${group}`)],
  };
}
