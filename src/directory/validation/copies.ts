import type { ListingDraft, ListingFinding } from './listing-draft.ts';

/**
 * Listings that seem to be a copy of another under another name, told of the later of the two: word for word the
 * same description, or three of phone, e-mail, website and address the same though neither is part of the other's
 * organisation and no `contactsOf` says who answers for both.
 */
export function findCopies(
  drafts: readonly ListingDraft[],
): { slug: string; finding: ListingFinding }[] {
  const bySlug = new Map(drafts.map((draft) => [draft.slug, draft]));
  const byDescription = new Map<string, ListingDraft>();
  const byContact = new Map<string, ListingDraft[]>();
  const copies: { slug: string; finding: ListingFinding }[] = [];
  for (const draft of drafts) {
    const description = draft.description?.toLowerCase() ?? '';
    const same = byDescription.get(description);
    const shared = same ? undefined : findSharing(draft, byContact, bySlug);
    const finding = same ? describeSame(same) : shared && describeShared(shared);
    if (finding) copies.push({ slug: draft.slug, finding });
    if (description && !same) byDescription.set(description, draft);
    for (const contact of contactsOf(draft)) {
      byContact.set(contact, [...(byContact.get(contact) ?? []), draft]);
    }
  }
  return copies;
}

interface Sharing {
  other: ListingDraft;
  what: string[];
}

function findSharing(
  draft: ListingDraft,
  byContact: ReadonlyMap<string, readonly ListingDraft[]>,
  bySlug: ReadonlyMap<string, ListingDraft>,
): Sharing | undefined {
  const sharing = new Map<ListingDraft, string[]>();
  for (const contact of contactsOf(draft)) {
    for (const other of byContact.get(contact) ?? []) {
      sharing.set(other, [...(sharing.get(other) ?? []), contact.split(' ')[0] ?? '']);
    }
  }
  const [found] = [...sharing].filter(
    ([other, what]) =>
      what.length >= FEWEST_SHARED &&
      // A service that has closed may have a successor at the same door.
      ![draft.status, other.status].includes('closed') &&
      topOf(other, bySlug) !== topOf(draft, bySlug) &&
      !(draft.contactsOf && draft.contactsOf === other.contactsOf),
  );
  return found && { other: found[0], what: found[1] };
}

// Two are common: a team's phone and mailbox, a building's address and phone.
const FEWEST_SHARED = 3;

function contactsOf({ phone, email, website, address, postcode }: ListingDraft): string[] {
  return [
    phone && `phone ${phone.replace(/\D/g, '')}`,
    email && `e-mail ${email.toLowerCase()}`,
    website && `website ${website.toLowerCase().replace(/^https?:\/\/(www\.)?|\/$/g, '')}`,
    address && postcode && `address ${address.toLowerCase()} ${postcode}`,
  ].flatMap((contact) => contact || []);
}

function topOf(draft: ListingDraft, bySlug: ReadonlyMap<string, ListingDraft>): string {
  const passed = [draft.slug];
  for (let at = draft.partOf; at !== undefined && !passed.includes(at); ) {
    passed.push(at);
    at = bySlug.get(at)?.partOf;
  }
  return passed.at(-1) ?? draft.slug;
}

function describeSame({ slug }: ListingDraft): ListingFinding {
  const message = `is word for word what content/organisations/${slug}.yaml says. If this file was copied from that one, finish it; if both are the same service, keep one.`;
  return { field: ['description'], message };
}

function describeShared({ other, what }: Sharing): ListingFinding {
  const shared = `${what.slice(0, -1).join(', ')} and ${what.at(-1)}`;
  const message = `this listing has the ${shared} of content/organisations/${other.slug}.yaml. If it is the same service under another name, keep one. If one belongs to the other, or both to a third, write it as partOf. If somebody answers for both, write who into contactsOf, the same in both files.`;
  return { field: ['name'], message };
}
