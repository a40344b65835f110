/**
 * What an editor asks an organisation about its listing, on a screen or on paper: what we show, what to ask, and which
 * fields a "that is right" covers. Made of what is public alone, so neither notes nor a confidential address can be on it.
 */
import { formatSession } from '../../i18n/dates.ts';
import type { CheckedFact } from '../checkable.ts';
import type { ListItem, Lists } from '../lists.ts';
import type { PublicListing } from '../public-listing.ts';

export interface CallQuestion {
  fact: CheckedFact;
  /** What to ask. */
  ask: string;
  /** What the listing says, a line each; none: it says nothing, so that there is only something new to write. */
  shown: string[];
  /** As a check names them: those that the listing has. */
  fields: string[];
}

type SheetLists = Pick<Lists, 'audiences' | 'costs' | 'access' | 'languages'>;

/** The questions in the order of a call: is it running, how to reach it, when and where, for whom, at what cost. */
export function toCallQuestions(listing: PublicListing, lists: SheetLists): CallQuestion[] {
  return [
    question('status', 'Is it still running, under this name?', {
      status: listing.status === 'paused' ? 'Probably not running now' : 'Yes',
      summary: listing.summary,
    }),
    question('phone', 'Is this the best number for the public?', {
      phone: listing.phone,
      phoneNote: listing.phoneNote,
    }),
    question('hours', 'On which days and at what times?', {
      hours: listing.hours,
      sessions: listing.sessions.map(
        (session) => formatSession(session, 'en') + (session.what ? ` (${session.what})` : ''),
      ),
    }),
    ...addressQuestion(listing),
    question('who', 'Who is it for? Anybody you cannot help?', {
      audiences: labels(lists.audiences, listing.audiences),
      notFor: listing.notFor && `Not for: ${listing.notFor}`,
    }),
    question('cost', 'What does it cost?', { cost: labels(lists.costs, [listing.cost]) }),
    question('start', 'How does somebody start?', {
      firstStep: listing.firstStep,
      access: labels(lists.access, listing.access),
    }),
    question('languages', 'Which languages do you speak?', {
      languages: labels(lists.languages, listing.languages),
    }),
    question('email', 'A shared mailbox for the public?', { email: listing.email }),
    question('website', 'And the website?', { website: listing.website }),
  ];
}

// Nobody asks for an address that is kept secret, or writes it down.
function addressQuestion(listing: PublicListing): CallQuestion[] {
  if (listing.confidentialAddress) return [];
  return [
    question('address', 'Where do people come?', {
      address: listing.address,
      postcode: listing.postcode,
    }),
  ];
}

function question(
  fact: CheckedFact,
  ask: string,
  says: Partial<Record<keyof PublicListing, string | string[] | undefined>>,
): CallQuestion {
  const said = Object.entries(says).filter(([, value]) => value && value.length > 0);
  return {
    fact,
    ask,
    shown: said.flatMap(([, value]) => value ?? []),
    fields: said.map(([field]) => field).filter((field) => !NOT_CHECKED.has(field)),
  };
}

// Shown beside what is asked, and no fields of their own to a check.
const NOT_CHECKED: ReadonlySet<string> = new Set(['summary', 'phoneNote']);

function labels(items: readonly ListItem[], slugs: readonly string[]): string {
  return slugs.map((slug) => items.find((item) => item.slug === slug)?.label.en ?? slug).join(', ');
}
