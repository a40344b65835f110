/**
 * Jepsen's queue checker: what goes in must come out. A referral goes in when its form is posted, is
 * acknowledged when the resident is told its reference, and comes out as a letter in a mailbox.
 */
export interface Sets {
  attempted: number;
  acknowledged: number;
  delivered: number;
  /** Acknowledged, and neither in a mailbox nor still owed. */
  lost: number;
  /** In a mailbox, and never attempted. */
  unexpected: number;
  /** Copies beyond the first. */
  duplicated: number;
  /** Stored although nobody was told so, and delivered or owed all the same. */
  recovered: number;
}

export const noSets: Sets = {
  attempted: 0,
  acknowledged: 0,
  delivered: 0,
  lost: 0,
  unexpected: 0,
  duplicated: 0,
  recovered: 0,
};

export function toSets(about: {
  attempted: ReadonlySet<string>;
  /** Form token → reference that the resident was told. */
  acknowledged: ReadonlyMap<string, string>;
  /** Form token → reference, as stored. */
  stored: ReadonlyMap<string, string>;
  /** References of which a letter is still owed, is with a person, or was withdrawn. */
  owed: ReadonlySet<string>;
  /** The reference in each letter that arrived. */
  arrived: readonly string[];
}): Sets {
  const { attempted, acknowledged, stored, owed, arrived } = about;
  const delivered = new Set(arrived);
  // What was told counts even if its row is gone since: a backup that was put back may lack it.
  const known = [...stored, ...acknowledged];
  const tokenOf = new Map(known.map(([token, reference]) => [reference, token]));
  const isLost = (reference: string) => !delivered.has(reference) && !owed.has(reference);
  return {
    attempted: attempted.size,
    acknowledged: acknowledged.size,
    delivered: delivered.size,
    lost: [...acknowledged.values()].filter(isLost).length,
    unexpected: [...delivered].filter((reference) => {
      const token = tokenOf.get(reference);
      return token === undefined || !attempted.has(token);
    }).length,
    duplicated: arrived.length - delivered.size,
    recovered: [...stored].filter(
      ([token, reference]) => !acknowledged.has(token) && !isLost(reference),
    ).length,
  };
}

export function addSets(one: Sets, other: Sets): Sets {
  const sum = (name: keyof Sets) => one[name] + other[name];
  return Object.fromEntries(
    Object.keys(noSets).map((name) => [name, sum(name as keyof Sets)]),
  ) as unknown as Sets;
}
