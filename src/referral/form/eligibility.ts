import { isChild } from './birth-date.ts';
import type { FormFacts } from './form-facts.ts';
import type { StepId, TypedAnswers } from './form-model.ts';

/** Why this service cannot help a person; each has a page with ways on, and none is an error. */
export const ineligibleReasons = [
  'no-permission',
  'not-registered',
  'outside-borough',
  'under-16',
] as const;
export type IneligibleReason = (typeof ineligibleReasons)[number];

/** Whether the answers of one step, or of all, lead to a page with other ways on. */
export function findIneligibleReason(
  typed: TypedAnswers,
  facts: FormFacts,
  step?: StepId,
): IneligibleReason | undefined {
  const isSelf = typed.referralFor === 'self';
  const holds: Record<IneligibleReason, [StepId, boolean]> = {
    'no-permission': ['who', typed.referralFor === 'someone-else' && typed.permission === 'no'],
    'not-registered': ['practice', typed.practice === 'not-registered'],
    'outside-borough': ['practice', typed.livesInBorough === 'no'],
    'under-16': ['person', isSelf && isChild(typed, facts.today)],
  };
  return ineligibleReasons.find((reason) => {
    const [of, isTrue] = holds[reason];
    return isTrue && (step === undefined || of === step);
  });
}
