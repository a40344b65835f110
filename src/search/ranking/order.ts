import type { Candidate } from './candidate.ts';
import type { Columns } from './columns.ts';
import { interleave } from './interleave.ts';
import type { RankingContext } from './ranking-context.ts';

interface ScoredCandidate {
  candidate: Candidate;
  score: number;
  name: number;
  metres: number;
}

/** Puts found listings in the order the plan asks for. Ties end with the name, so pages never overlap. */
export function inOrder(
  candidates: readonly Candidate[],
  context: RankingContext,
  { columns, score }: { columns: Columns; score(candidate: Candidate): number },
): Candidate[] {
  const { sort, needs } = context.plan;
  const scored = candidates.map(
    (candidate): ScoredCandidate => ({
      candidate,
      score: sort === 'relevance' ? score(candidate) : 0,
      name: columns.nameOrder[candidate.index] ?? 0,
      metres: candidate.metres ?? Number.MAX_SAFE_INTEGER,
    }),
  );
  scored.sort(sort === 'distance' ? byDistance : byScore);
  const isMixed = sort === 'relevance' && needs.length > 1;
  const ordered = isMixed ? interleave(scored, (each) => needToInterleave(each, context)) : scored;
  return ordered.map(({ candidate }) => candidate);
}

function byScore(a: ScoredCandidate, b: ScoredCandidate): number {
  return b.score - a.score || a.name - b.name;
}

function byDistance(a: ScoredCandidate, b: ScoredCandidate): number {
  return (
    a.metres - b.metres ||
    a.candidate.document.freshness - b.candidate.document.freshness ||
    a.name - b.name
  );
}

/** Which of two needs a listing stands for, its main one first; -1: it takes no turns, or has sunk. */
function needToInterleave(
  { candidate: { tier, document }, score }: ScoredCandidate,
  { plan }: RankingContext,
): number {
  if (tier !== 'need' || score < 0) return -1;
  const need = document.facets.need.find((each) => plan.needs.includes(each));
  return need === undefined ? -1 : plan.needs.indexOf(need);
}
