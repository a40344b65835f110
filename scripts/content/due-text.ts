import type { DueListing } from '../../src/directory/checking/due.ts';
import { describeDue, wayToCheck } from '../../src/directory/checking/due-words.ts';
import type { countOnTarget } from '../../src/directory/checking/on-target.ts';

/** The list as an editor reads it. */
export function toDueText(
  due: readonly DueListing[],
  { number, onTarget }: { number: number; onTarget: ReturnType<typeof countOnTarget> },
): string {
  const { first, everything } = onTarget;
  const head = [
    `Checked within 180 days: ${everything.checked} of ${everything.all} listings.`,
    `Checked within 90 days: ${first.checked} of the ${first.all} that a situation or a need names first.`,
  ];
  if (due.length === 0) return [...head, 'Nothing is due.'].join('\n');
  const shown = due.slice(0, number);
  const which = shown.length === due.length ? 'all of them' : `the first ${shown.length}`;
  const entries = shown.flatMap((each, index) => [
    `${String(index + 1).padStart(4)}. ${each.listing.name} (${each.listing.slug}.yaml)`,
    `      ${wayToCheck(each) ?? 'no phone, e-mail, website or address: find one'}`,
    `      ${describeDue(each)}`,
  ]);
  return [...head, `Due: ${due.length}; here are ${which}.`, '', ...entries].join('\n');
}

/** The same for other programs. */
export function toDueJson(due: readonly DueListing[]) {
  return due.map(({ listing, ...rest }) => ({
    slug: listing.slug,
    name: listing.name,
    phone: listing.phone,
    email: listing.email,
    website: listing.website,
    ...rest,
  }));
}
