import { stringify } from 'yaml';
import type { ContentFiles } from '../../../src/directory/reading/content-files.ts';
import { formatProblem } from '../../../src/directory/reading/content-problem.ts';
import {
  type DirectoryParse,
  parseDirectory,
} from '../../../src/directory/reading/parse-directory.ts';
import { aLabel } from './a-label.ts';

export const testToday = '2026-11-22';

/** The fields of a listing without fault, as its YAML file has them; a field set to undefined is left out. */
export function listingFields(fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'Bow Lunch Club',
    kind: 'charity',
    status: 'open',
    summary: 'A hot lunch and company',
    description: `You can have lunch at ${fields.name ?? 'Bow Lunch Club'}.`,
    needs: ['food'],
    audiences: ['everyone'],
    languages: ['en'],
    cost: 'free',
    access: ['drop-in'],
    trust: { sources: ['general knowledge'], checks: [] },
    ...fields,
  };
}

/**
 * A small content folder without fault, and `changes` to it by path: text, or data to write as YAML;
 * undefined takes a file away.
 */
export function contentFolder(changes: Record<string, unknown> = {}): ContentFiles {
  const files = { ...soundFiles(), ...changes };
  return {
    files: Object.entries(files).flatMap(([path, data]) => {
      if (data === undefined) return [];
      return [{ path, text: typeof data === 'string' ? data : stringify(data) }];
    }),
    hash: 'hash',
  };
}

export function parseFolder(changes: Record<string, unknown>): DirectoryParse {
  return parseDirectory(contentFolder(changes), testToday);
}

/** What an editor is told of a listing with these fields, line numbers left out. */
export function problemsOfListing(fields: Record<string, unknown>): string[] {
  return problemsOf({ 'organisations/bow-lunch-club.yaml': listingFields(fields) });
}

/** What an editor is told after `changes`, line numbers left out. */
export function problemsOf(changes: Record<string, unknown>): string[] {
  const parsed = parseFolder(changes);
  return parsed.ok ? [] : parsed.problems.map(withoutLine);
}

/** What an editor is advised to look at after `changes`, line numbers left out. */
export function noticesOf(changes: Record<string, unknown>): string[] {
  return parseFolder(changes).notices.map(withoutLine);
}

function withoutLine(problem: Parameters<typeof formatProblem>[0]): string {
  return formatProblem({ ...problem, line: undefined }).replace(/^content\//, '');
}

function soundFiles(): Record<string, unknown> {
  const list = (...slugs: string[]) => slugs.map((slug) => ({ slug, label: aLabel(slug) }));
  return {
    'organisations/bow-lunch-club.yaml': listingFields(),
    'lists/needs.yaml': {
      groups: list('money-and-food', 'people'),
      needs: [
        { slug: 'food', group: 'money-and-food', label: aLabel('Food'), intro: aLabel('Eat.') },
        {
          slug: 'loneliness',
          group: 'people',
          label: aLabel('Loneliness'),
          intro: aLabel('Meet.'),
        },
      ],
    },
    'lists/audiences.yaml': list('everyone', 'women'),
    'lists/access.yaml': list('drop-in', 'phone'),
    'lists/costs.yaml': list('free', 'unknown'),
    'lists/areas.yaml': list('bethnal-green', 'bow'),
    'lists/languages.yaml': list('en', 'bn', 'so'),
    'lists/kinds.yaml': list('charity', 'council'),
    'lists/offers.yaml': list('advice', 'food', 'group'),
    'places/postcodes.csv':
      'postcode,latitude,longitude,ward\nE3 5AB,51.53000,-0.03000,Bow East\nE14 2DN,51.50854,0.00000,Poplar\n',
    'practices.yaml': {
      networks: [{ code: 'U1', name: 'Network 1' }],
      practices: [
        {
          odsCode: 'F84001',
          name: 'Bow Practice',
          address: '1 Bow Road',
          postcode: 'E3 5AB',
          phone: '020 7000 0001',
          network: 'U1',
        },
      ],
    },
    'site.yaml': {
      borough: aLabel('Testham'),
      serviceName: aLabel('Support in Testham'),
      phone: null,
      phoneHours: null,
      email: null,
      crisisLines: [
        {
          name: aLabel('Emergency'),
          when: aLabel('Now'),
          phone: '999',
          dial: '999',
          for: ['emergency', 'danger', 'suicide'],
        },
      ],
      linksOut: [],
      eligibility: aLabel('You live here.'),
    },
  };
}
