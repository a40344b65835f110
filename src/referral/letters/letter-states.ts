/**
 * pending → sending → handed-over | pending (later) | maybe-sent (later) | needs-human.
 * `sending` is committed before the socket opens; a lease that runs out puts the letter back in line.
 * `withdrawn`: an operator decided that it is not to be sent, or a notice had nothing left to tell.
 */
export const letterStates = [
  'pending',
  'sending',
  'maybe-sent',
  'handed-over',
  'needs-human',
  'withdrawn',
] as const;
export type LetterState = (typeof letterStates)[number];
