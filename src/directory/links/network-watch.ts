import type { WebsiteResult } from './check-websites.ts';

// Of our websites one in many has lost its name; so many in a row have not.
const MOST_IN_A_ROW = 10;

/**
 * Tells a machine that has lost its network from websites that have lost their names: results of the second kind wait
 * until another site answers.
 */
export function createNetworkWatch() {
  let waiting: WebsiteResult[] = [];
  let hasAnswered = false;
  return {
    /** The results that are sure with this one. */
    see(result: WebsiteResult): WebsiteResult[] {
      waiting.push(result);
      if (result.detail === NO_NAME) return [];
      hasAnswered = true;
      return this.rest();
    },
    isLost: (): boolean => waiting.length >= MOST_IN_A_ROW,
    /** Those that still wait when all are asked: none, if nothing has answered or the network is lost. */
    rest(): WebsiteResult[] {
      if (!hasAnswered || this.isLost()) return [];
      const sure = waiting;
      waiting = [];
      return sure;
    },
  };
}

/** What is said of a website whose name nobody knows. */
export const NO_NAME = 'there is no site of this name';
