import { z } from 'zod';
import { parsePostcodeAlone } from '../../directory/postcode.ts';
import { toLondon } from '../../i18n/london.ts';
import { icalendarDays } from '../making/schedules.ts';

/** What may stand after the question mark of an address of the feed: read, refused and documented from here. */
interface Parameter<T> {
  /** Another name that programs use for it. */
  otherName?: string;
  /** What it does. */
  description: string;
  /** What to write, as the end of "Write …". */
  write: string;
  /** Its type, as OpenAPI has it. */
  schema: Record<string, unknown>;
  /** undefined: it cannot be read. */
  read: (text: string) => T | undefined;
}

export const DEFAULT_PER_PAGE = 50;
const MOST_PER_PAGE = 100;
const LAST_PAGE = 1_000_000;
const LONGEST_SEARCH = 200;
const FARTHEST_METRES = 100_000;
const OLDEST = 150;

export const parameters = {
  page: {
    description: 'Which page, from 1. A page after the last is empty.',
    ...wholeNumber(1, LAST_PAGE),
  },
  per_page: {
    otherName: 'perPage',
    description: `How many on a page; ${DEFAULT_PER_PAGE} if it is not given.`,
    ...wholeNumber(1, MOST_PER_PAGE),
  },
  search: {
    description:
      'Words, as people would say what they need: found by name, need and text as on the site, the best first. Listings that are not running are not found by words.',
    write: `at most ${LONGEST_SEARCH} characters`,
    schema: { type: 'string', maxLength: LONGEST_SEARCH },
    read: (text) => (text.length <= LONGEST_SEARCH ? text : undefined),
  },
  taxonomy_term_id: {
    description: 'Services with this term, or with one that it is the parent of.',
    ...uuid('a term, from taxonomy_terms'),
  },
  taxonomy_id: {
    description: 'Of services: those with any term of this taxonomy. Of terms: its terms.',
    ...uuid('a taxonomy, from taxonomies'),
  },
  organization_id: {
    description: 'Services of this organisation.',
    ...uuid('an organisation, from organization_id of a service'),
  },
  parent_id: {
    description: 'Terms of this parent.',
    ...uuid('a term, from taxonomy_terms'),
  },
  top_only: { description: 'true: terms without a parent.', ...yesOrNo() },
  minimum_age: {
    description: 'Leaves out nothing: no listing says an age in figures. See the audience terms.',
    ...wholeNumber(0, OLDEST),
  },
  maximum_age: { description: 'As minimum_age.', ...wholeNumber(0, OLDEST) },
  day: {
    description: 'Services known to be open on this day of the week.',
    write: `one of ${Object.values(icalendarDays).join(', ')}, or its English name`,
    schema: { type: 'string', example: icalendarDays.mon },
    read: readDay,
  },
  start_time: {
    description: 'Services known to open at this time of London or later.',
    ...time(),
  },
  end_time: {
    description: 'Services known to close by this time of London.',
    ...time(),
  },
  postcode: {
    description:
      'The nearest first, measured from the centre of this postcode; what has no known position is left out. The postcodes of the borough are known.',
    write: 'a whole postcode, such as E1 4AA',
    schema: { type: 'string', example: 'E1 4AA' },
    read: (text) => {
      const parsed = parsePostcodeAlone(text);
      return parsed.kind === 'full' ? parsed.postcode : undefined;
    },
  },
  proximity: {
    description: 'At most this many metres from the postcode.',
    ...wholeNumber(1, FARTHEST_METRES),
  },
  modified_after: {
    description:
      'Services that were new on this day in London or later, changed, or were checked. A moment counts as its whole day. For days before changes were noted it leaves out nothing.',
    write: 'a day or a moment with its zone, such as 2026-11-30 or 2026-11-30T09:00:00Z',
    schema: { type: 'string', example: '2026-11-30T09:00:00Z' },
    read: readDate,
  },
  full: { description: 'true: every entry whole, as alone.', ...yesOrNo() },
  format: {
    description: 'json, and no other.',
    write: 'json',
    schema: { type: 'string', enum: ['json'] },
    read: (text) => (text === 'json' ? 'json' : undefined),
  },
} satisfies Record<string, Parameter<unknown>>;

export type ParameterName = keyof typeof parameters;
export type Query = {
  [name in ParameterName]?: NonNullable<ReturnType<(typeof parameters)[name]['read']>>;
};

function wholeNumber(least: number, most: number) {
  return {
    write: `a whole number from ${least} to ${most}`,
    schema: { type: 'integer', minimum: least, maximum: most },
    read: (text: string) => {
      const number = Number(text);
      return /^\d+$/.test(text) && number >= least && number <= most ? number : undefined;
    },
  };
}

function uuid(of: string) {
  return {
    write: `the id of ${of}`,
    schema: { type: 'string', format: 'uuid' },
    read: (text: string) => (z.uuid().safeParse(text).success ? text.toLowerCase() : undefined),
  };
}

function yesOrNo() {
  return {
    write: 'true or false',
    schema: { type: 'boolean' },
    read: (text: string) => ({ true: true, false: false })[text],
  };
}

function time() {
  return {
    write: 'a time of 24 hours, such as 09:30',
    schema: { type: 'string', example: '09:30' },
    read: (text: string) => /^((?:[01]\d|2[0-3]):[0-5]\d)(?::[0-5]\d)?$/.exec(text)?.[1],
  };
}

function readDay(text: string): keyof typeof icalendarDays | undefined {
  const typed = text.toLowerCase();
  const days = Object.keys(icalendarDays) as (keyof typeof icalendarDays)[];
  return days.find(
    (day) =>
      typed === icalendarDays[day].toLowerCase() ||
      (typed.startsWith(day) && /^(mon|tues|wednes|thurs|fri|satur|sun)day$|^...$/.test(typed)),
  );
}

// A plus that was not escaped has become a space.
function readDate(text: string): string | undefined {
  const typed = text.replace(/ (?=\d\d:\d\d$)/, '+');
  if (z.iso.date().safeParse(typed).success) return typed;
  const isMoment = z.iso.datetime({ offset: true, local: true }).safeParse(typed).success;
  if (!isMoment) return undefined;
  return /(z|[+-]\d\d:\d\d)$/i.test(typed) ? toLondon(new Date(typed)).date : typed.slice(0, 10);
}
