/** One thing that was looked at; `says`: what was found, and what to do. Never a password, nor what a server said. */
export interface CheckStep {
  what: string;
  is: 'ok' | 'not ok' | 'cannot tell';
  says: string;
}
