import type { ListingDraft, ListingFinding } from './listing-draft.ts';

/**
 * Listings that seem to be the same one twice: a name that another listing has as name or other name,
 * whatever its small words and marks; or nearly the same name together with the same phone, e-mail or
 * postcode, unless one is part of the other. Told of the later file.
 */
export function findDuplicates(
  drafts: readonly ListingDraft[],
): { slug: string; finding: ListingFinding }[] {
  const byName = new Map<string, Seen>();
  const byContact = new Map<string, Seen[]>();
  const duplicates: { slug: string; finding: ListingFinding }[] = [];

  for (const draft of drafts) {
    const words = nameWords(draft.name ?? '');
    if (words.length === 0) continue;
    const name = words.join(' ');
    const contacts = contactsOf(draft);
    const twin =
      byName.get(name) ??
      contacts
        .flatMap((contact) => byContact.get(contact) ?? [])
        .find(
          (other) =>
            other.slug !== draft.partOf &&
            other.partOf !== draft.slug &&
            isNearly(words, other.words),
        );
    const entry: Seen = { slug: draft.slug, partOf: draft.partOf, words };
    if (twin) {
      duplicates.push({
        slug: draft.slug,
        finding: {
          field: ['name'],
          message: `'${draft.name}' seems to be the same listing as content/organisations/${twin.slug}.yaml. Keep one file, or give them names that tell them apart.`,
        },
      });
    }
    for (const known of [draft.name, ...(draft.otherNames ?? [])]) {
      const key = nameWords(known ?? '').join(' ');
      if (key && !byName.has(key)) byName.set(key, entry);
    }
    for (const contact of contacts)
      byContact.set(contact, [...(byContact.get(contact) ?? []), entry]);
  }
  return duplicates;
}

interface Seen {
  slug: string;
  partOf: string | undefined;
  words: string[];
}

function contactsOf({ phone, email, postcode }: ListingDraft): string[] {
  return [phone?.replace(/\D/g, ''), email?.toLowerCase(), postcode].flatMap((contact) =>
    contact ? [contact] : [],
  );
}

function nameWords(name: string): string[] {
  return name
    .toLowerCase()
    .replace(/[’']/g, '')
    .replaceAll('&', ' and ')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word && !['the', 'a', 'and', 'of', 'at', 'in', 'for'].includes(word));
}

// Of all the words in either name, four in five are in both.
function isNearly(a: string[], b: string[]): boolean {
  const both = a.filter((word) => b.includes(word)).length;
  return both / new Set([...a, ...b]).size >= 0.8;
}
