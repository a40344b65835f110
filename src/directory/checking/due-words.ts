import type { DueListing } from './due.ts';

/** Why a listing is due, for an editor. */
export function describeDue(due: DueListing): string {
  const { report, checkedOn, dueOn, targetDays, firstFor, sameCall } = due;
  const reasons = [
    report &&
      `reported on ${report.at.slice(0, 10)}${report.isLate ? ', more than 48 hours ago' : ''}`,
    checkedOn
      ? `last checked on ${checkedOn}, due by ${dueOn} (every ${targetDays} days)`
      : 'never checked',
    firstFor.length > 0 && `first for ${nameSome(firstFor)}`,
    sameCall.length > 0 && `the same call does for ${nameSome(sameCall)}`,
  ];
  return reasons.filter(Boolean).join('; ');
}

/** How to reach it, the quickest way first; undefined: by nothing that we know. */
export function wayToCheck({ listing }: Pick<DueListing, 'listing'>): string | undefined {
  const { phone, email, website, address } = listing;
  return phone ?? email ?? website ?? address;
}

const MOST_NAMED = 4;

function nameSome(slugs: readonly string[]): string {
  const named = slugs.slice(0, MOST_NAMED).join(', ');
  const rest = slugs.length - MOST_NAMED;
  return rest > 0 ? `${named} and ${rest} more` : named;
}
