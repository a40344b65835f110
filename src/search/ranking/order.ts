import type { Candidate } from './candidate.ts';
import type { Columns } from './columns.ts';
import { inTurns } from './interleave.ts';
import type { Asked } from './ranking-context.ts';

interface Placed {
  candidate: Candidate;
  score: number;
  name: number;
  metres: number;
}

/** Puts found listings in the order the plan asks for. Ties end with the name, so pages never overlap. */
export function inOrder(
  candidates: readonly Candidate[],
  asked: Asked,
  { columns, score }: { columns: Columns; score(candidate: Candidate): number },
): Candidate[] {
  const { sort, needs } = asked.plan;
  const placed = candidates.map(
    (candidate): Placed => ({
      candidate,
      score: sort === 'relevance' ? score(candidate) : 0,
      name: columns.nameOrder[candidate.index] ?? 0,
      metres: candidate.metres ?? Number.MAX_SAFE_INTEGER,
    }),
  );
  placed.sort(sort === 'distance' ? byDistance : byScore);
  const isMixed = sort === 'relevance' && needs.length > 1;
  const ordered = isMixed ? inTurns(placed, (each) => turnOf(each, asked)) : placed;
  return ordered.map(({ candidate }) => candidate);
}

function byScore(a: Placed, b: Placed): number {
  return b.score - a.score || a.name - b.name;
}

function byDistance(a: Placed, b: Placed): number {
  return (
    a.metres - b.metres ||
    a.candidate.document.freshness - b.candidate.document.freshness ||
    a.name - b.name
  );
}

/** Which of two needs a listing stands for, its main one first; -1: it takes no turns, or has sunk. */
function turnOf({ candidate: { tier, document }, score }: Placed, { plan }: Asked): number {
  if (tier !== 'need' || score < 0) return -1;
  const need = document.facets.need.find((each) => plan.needs.includes(each));
  return need === undefined ? -1 : plan.needs.indexOf(need);
}
