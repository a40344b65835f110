import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Answers } from '../../../../src/referral/form/answers.ts';

/**
 * Twelve values that a resident might write, each found nowhere else, so that one of them in a log,
 * an address or a plain file is a leak.
 */
export const canaries = {
  fullName: 'Zephyrine Quillfeather',
  dateOfBirth: '1951-11-23',
  phone: '07700900417',
  email: 'zq-canary-mail@resident.example',
  summary: 'kestrelwords about nights awake',
  secondLine: 'মাছরাঙা কথা',
  safetyNote: 'my landlord heronlistens at the door',
  bestTime: 'when the owlclock strikes four',
  accessNeeds: 'a plovertable that goes up',
  helperName: 'Barnaby Wrenhelper',
  helperRelationship: 'neighbour of the jackdawstairs',
  helperContact: 'zq-canary-helper@helper.example',
} as const;

/** What no letter may lack; the birthday and the phone number are written as people read them. */
export const inEveryLetter = [
  canaries.fullName,
  canaries.email,
  canaries.summary,
  canaries.secondLine,
  canaries.safetyNote,
  canaries.bestTime,
  canaries.accessNeeds,
  canaries.helperName,
  canaries.helperRelationship,
  canaries.helperContact,
];

export const canaryAnswers: Answers = {
  helper: {
    name: canaries.helperName,
    relationship: canaries.helperRelationship,
    contact: canaries.helperContact,
  },
  practice: 'not-sure',
  livesInBorough: 'yes',
  homePostcode: undefined,
  needs: ['loneliness'],
  summary: `${canaries.summary}\n${canaries.secondLine}`,
  fullName: canaries.fullName,
  dateOfBirth: canaries.dateOfBirth,
  adult: undefined,
  phone: canaries.phone,
  email: canaries.email,
  emailCopy: false,
  contactBy: ['call', 'email'],
  voicemail: 'no',
  bestTime: canaries.bestTime,
  safetyNote: canaries.safetyNote,
  language: '',
  otherLanguage: '',
  interpreter: 'no',
  accessNeeds: canaries.accessNeeds,
};

/** Names of the canaries in the bytes: as they are, and as addresses, JSON and base64 write them. */
export function findCanaries(bytes: Buffer | string): string[] {
  const text = (typeof bytes === 'string' ? Buffer.from(bytes) : bytes).toString('latin1');
  return Object.entries(canaries)
    .filter(([, value]) => writings(value).some((writing) => text.includes(writing)))
    .map(([name]) => name);
}

/** `<file>: <canary>` for each plain file below the folder that holds one. */
export function findCanariesInFiles(folder: string, except: readonly string[] = []): string[] {
  return globSync('**/*', { cwd: folder, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !except.some((part) => path.startsWith(join(folder, part))))
    .flatMap((path) => findCanaries(readFileSync(path)).map((name) => `${path}: ${name}`));
}

function writings(value: string): string[] {
  const raw = Buffer.from(value);
  // Base64 of the same bytes differs by where it begins; its inside does not.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), raw])
      .toString('base64')
      .slice(4, -4),
  );
  return [
    raw.toString('latin1'),
    Buffer.from(value, 'utf16le').toString('latin1'),
    encodeURIComponent(value),
    encodeURIComponent(value).replaceAll('%20', '+'),
    value.replace(/[^\x20-\x7e]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`),
    raw.toString('hex'),
    ...base64,
  ];
}
