/**
 * What a year at the desk is like. Guesses, each with its reason: nobody has worked such a year here. Replace them by what
 * the first weeks show, and run npm run content:year again.
 */
export interface Assumptions {
  /** One afternoon or two. */
  minutesAWeek: number;
  /** Nobody is there for these weeks of the year: leave, and the turn of the year. */
  weeksAway: readonly number[];
  /** A call that is answered, with what is written down: the aim set for the desk. */
  answeredMinutes: number;
  /** Each further listing of the same number, while they are on the phone. */
  sameCallMinutes: number;
  /** To let it ring, or to hear a machine, and note it. */
  noAnswerMinutes: number;
  /** In a hundred calls: small groups answer when somebody is in, and a council's line has a queue. */
  noAnswerPercent: number;
  /** After so many calls in vain their website is looked at instead. */
  callsBeforeWebsite: number;
  /** To find phone, times and address on a website, and write down what is new. */
  websiteMinutes: number;
  /** In a hundred websites: they do not tell what people act on, or tell it of last year. */
  websiteSilentPercent: number;
  /** To look for any way to reach a listing that has none; a visit takes the place of a call. */
  searchMinutes: number;
  /** In a hundred searches or visits. */
  searchInVainPercent: number;
  /** In a hundred listings that were reached: they have closed, or ask not to be listed. */
  gonePercent: number;
  /** New listings, suggested or found. */
  newAYear: number;
  /** Reports that something is wrong, which come first. */
  reportsAWeek: number;
  /** In a hundred listings: they agreed to be asked by e-mail, and answer when asked. */
  confirmThemselvesPercent: number;
  /** To accept an answer that came by e-mail. */
  confirmedMinutes: number;
}

export const assumptions: Assumptions = {
  minutesAWeek: 120,
  weeksAway: [14, 15, 32, 33, 51, 52],
  answeredMinutes: 5,
  sameCallMinutes: 2,
  noAnswerMinutes: 2,
  noAnswerPercent: 35,
  callsBeforeWebsite: 3,
  websiteMinutes: 4,
  websiteSilentPercent: 25,
  searchMinutes: 8,
  searchInVainPercent: 50,
  gonePercent: 3,
  newAYear: 26,
  reportsAWeek: 1,
  confirmThemselvesPercent: 0,
  confirmedMinutes: 1,
};
