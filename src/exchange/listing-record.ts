/** What one row of a table, or one service of a feed, says of a listing. */
export interface ListingRecord {
  /** Where it stands, for the report: 'row 12', 'service 2af617e5-…'. */
  where: string;
  /** The name of the listing's file, if the record gives it. */
  slug?: string | undefined;
  /** What tells it from all others of its feed, as it stands among a listing's sources. */
  source?: string | undefined;
  /** Fields as a listing's file has them; of what is not named the record says nothing. */
  fields: Readonly<Record<string, unknown>>;
  /** Fields that the listing should no longer have. */
  taken: readonly string[];
  /** ISO date of the day on which all this was known to be so, if the record gives one. */
  asOf?: string | undefined;
  /** What was done to its texts, and what an editor should look at. */
  notes: readonly string[];
  /** The same, of what only a new listing takes from the record. */
  draftNotes?: readonly string[];
  /** Why nothing of it can be used. */
  refusal?: string | undefined;
  /** Made of our own fields by somebody who knows them; otherwise of a foreign feed. */
  isOurs: boolean;
}

export type Reading =
  | { ok: true; records: ListingRecord[]; notes: string[] }
  | { ok: false; problem: string };
