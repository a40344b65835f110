import { formSteps, type StepId } from '../../referral/browser.ts';

/** Where the page stands when its script arrives. */
export interface PageState {
  /** Steps in which the server found something to put right. */
  wrong: readonly StepId[];
  /** The step that the address points into. */
  pointedAt: StepId | undefined;
  /** Where someone has begun to type before the script arrived. */
  inUse: StepId | undefined;
  /** The step that was open when this page was left, by Back from the next page or by a reload. */
  remembered: StepId | undefined;
  /** Steps whose answers do not hold as they stand. */
  unfinished: readonly StepId[];
}

/** The question to open first. One that was open before is opened again only if those before it are answered. */
export function chooseOpeningStep(pageState: PageState): StepId {
  const { wrong, pointedAt, inUse, remembered, unfinished } = pageState;
  const certain = wrong[0] ?? pointedAt ?? inUse;
  if (certain) return certain;
  if (!remembered) return formSteps[0].id;
  const reached = formSteps.slice(0, stepIndex(remembered) + 1);
  return reached.find(({ id }) => unfinished.includes(id))?.id ?? remembered;
}

export function stepIndex(id: StepId): number {
  return formSteps.findIndex((step) => step.id === id);
}

/** The step so many further on; undefined: there is none. */
export function adjacentStep(id: StepId, by: 1 | -1): StepId | undefined {
  return formSteps[stepIndex(id) + by]?.id;
}

export function isStep(value: unknown): value is StepId {
  return formSteps.some(({ id }) => id === value);
}
