/** What visitors may tell the editors, and how much room there is for it. */
export const reportKinds = ['listing', 'suggestion', 'feedback'] as const;
export type ReportKind = (typeof reportKinds)[number];

/** What may be wrong with a listing, in the order in which it is asked. `closed`: it has closed. */
export const reportFacts = [
  'phone',
  'hours',
  'address',
  'who',
  'cost',
  'website',
  'closed',
  'other',
] as const;
export type ReportFact = (typeof reportFacts)[number];

/** Most characters of what is written freely. */
export const maxLengths = {
  words: 1000,
  placeName: 200,
  placeDoes: 1000,
  placeReach: 500,
} as const;
export type ReportTextField = keyof typeof maxLengths;
export type ReportField = ReportTextField | 'facts';

/** What each form asks, in its order. */
export const reportFields = {
  listing: ['facts', 'words'],
  suggestion: ['placeName', 'placeDoes', 'placeReach', 'words'],
  feedback: ['words'],
} as const satisfies Record<ReportKind, readonly ReportField[]>;

/** As it was typed, never changed: what the form shows again. */
export type TypedReport = { readonly [field in ReportTextField]: string } & {
  readonly facts: readonly string[];
};

export const noReport: TypedReport = {
  facts: [],
  words: '',
  placeName: '',
  placeDoes: '',
  placeReach: '',
};

/** A report that can be stored. What was not asked or left empty is ''. */
export type Report = { readonly [field in ReportTextField]: string } & {
  readonly kind: ReportKind;
  /** Slug of a listing that we have; undefined: of another kind. */
  readonly listing: string | undefined;
  readonly facts: readonly ReportFact[];
};

/** Facts as they are stored, and read back; names that this code does not know are left out. */
export function formatFacts(facts: readonly ReportFact[]): string {
  return facts.join(' ');
}

export function parseFacts(stored: string): ReportFact[] {
  const names = stored.split(' ');
  return reportFacts.filter((fact) => names.includes(fact));
}
