import { toPlainName } from '../plain-name.ts';
import type { ListingDraft, ListingFinding } from './listing-draft.ts';

/**
 * Listings that seem to be the same one twice, told of the later of
 * `drafts`. A problem: the name of one is
 * the name or an other name of the second, whatever its small words and marks. A notice: nearly the
 * same name and the same phone, e-mail or postcode, unless one is part of the other.
 */
export function findDuplicates(
  drafts: readonly ListingDraft[],
): { slug: string; finding: ListingFinding }[] {
  const byName = new Map<string, ListingDraft>();
  const byContact = new Map<string, ListingDraft[]>();
  const duplicates: { slug: string; finding: ListingFinding }[] = [];

  for (const draft of drafts) {
    const names = [draft.name ?? '', ...(draft.otherNames ?? [])].map(toPlainName).filter(Boolean);
    const contacts = contactsOf(draft);
    const same = names
      .map((name, index) => ({ other: byName.get(name), name, isItsName: index === 0 }))
      .find(
        ({ other, name, isItsName }) =>
          other && (isItsName || toPlainName(other.name ?? '') === name),
      )?.other;
    const alike = contacts
      .flatMap((contact) => byContact.get(contact) ?? [])
      .find((other) => isNearly(draft, other));
    const finding = (same && describe(draft, same)) ?? (alike && describeAlike(draft, alike));
    if (finding) duplicates.push({ slug: draft.slug, finding });
    for (const name of names) if (!byName.has(name)) byName.set(name, draft);
    for (const contact of contacts) {
      const sharing = byContact.get(contact);
      if (sharing) sharing.push(draft);
      else byContact.set(contact, [draft]);
    }
  }
  return duplicates;
}

function describe(draft: ListingDraft, other: ListingDraft): ListingFinding {
  return {
    field: ['name'],
    message: `'${draft.name}' is there already: content/organisations/${other.slug}.yaml has that name or other name. Keep one file, or give them names that tell them apart.`,
  };
}

function describeAlike(draft: ListingDraft, other: ListingDraft): ListingFinding {
  return {
    field: ['name'],
    notice: true,
    message: `'${draft.name}' may be the same as content/organisations/${other.slug}.yaml: nearly the same name, and the same phone, e-mail or postcode.`,
  };
}

function contactsOf({ phone, email, postcode }: ListingDraft): string[] {
  return [phone?.replace(/\D/g, ''), email?.toLowerCase(), postcode].flatMap((contact) =>
    contact ? [contact] : [],
  );
}

// Of all the words in either name, four in five are in both.
function isNearly(draft: ListingDraft, other: ListingDraft): boolean {
  if (other.slug === draft.partOf || other.partOf === draft.slug) return false;
  const [words = [], others = []] = [draft, other].map((each) =>
    toPlainName(each.name ?? '').split(' '),
  );
  const both = words.filter((word) => others.includes(word)).length;
  return both / new Set([...words, ...others]).size >= 0.8;
}
