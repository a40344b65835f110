/** One thing that was looked at; `says`: what was found, and what to do. Never a password, nor what a server said. */
export interface CheckStep {
  what: string;
  /** 'advice': not as it should be, and letters go out all the same. */
  is: 'ok' | 'not ok' | 'advice' | 'cannot tell';
  says: string;
}
