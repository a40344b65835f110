import { type ContentProblem, formatProblem } from '../../src/directory/reading/content-problem.ts';
import {
  describeRename,
  findNotes,
  findRenames,
} from '../../src/directory/reading/note-changes.ts';
import type { parseDirectory } from '../../src/directory/reading/parse-directory.ts';
import { findProseProblems, findUntranslatedProse } from '../../src/directory/reading/prose.ts';
import { readYaml } from '../../src/directory/reading/read-yaml.ts';
import { findTextFault } from '../../src/directory/reading/text-fault.ts';
import { findUntranslatedLabels } from '../../src/directory/reading/untranslated-labels.ts';
import { findMessageProblems, findUntranslated } from '../../src/i18n/check-messages.ts';
import { defaultLocale, findLanguage } from '../../src/i18n/locale.ts';
import { readMessages } from '../../src/i18n/read-messages.ts';
import { parseRouting } from '../../src/referral/routing/parse-routing.ts';
import { parseDefinition } from '../../src/search/definition/definition.ts';
import { findUnknownNames, findWordless } from '../../src/search/definition/unknown-names.ts';
import { findSharedCodes } from '../../src/shortlist/short-address.ts';

/** What an editor is told: `problems` stop the site from being built, `notices` are worth a look. */
export interface Faults {
  problems: string[];
  notices: string[];
}

interface TextFile {
  path: string;
  text: string;
}
type Parsed = ReturnType<typeof parseDirectory>;
type Directory = (Parsed & { ok: true })['directory'];

/** Of all that a listing, a list, a situation or a practice says, and of the histories. */
export function findDirectoryFaults(
  parsed: Parsed,
  files: readonly TextFile[],
  { tellsAll }: { tellsAll: boolean },
): Faults {
  const notices = [
    ...(tellsAll ? parsed.notices.map(formatProblem) : tellTogether(parsed.notices)),
    ...atMost(findUntranslatedLabels(files).map(formatProblem), 'lists, situations and site'),
  ];
  if (!parsed.ok) return { problems: parsed.problems.map(formatProblem), notices };
  const { listings, histories } = parsed.directory;
  const renames = findRenames(listings, histories).map(describeRename);
  const unnoted = findNotes(listings, histories);
  if (unnoted.length > 0 && renames.length === 0) {
    notices.push(
      `${unnoted.length} changed since npm run content:note was last run (${unnoted[0]?.slug}${unnoted.length > 1 ? ' …' : ''}). Run it, so that lists people made can say when.`,
    );
  }
  const slugs = new Set([...listings.map(({ slug }) => slug), ...histories.keys()]);
  for (const group of findSharedCodes([...slugs])) {
    notices.push(
      `${group.join(' and ')} have the same code in printed addresses, which then lead to neither. Give the newer file another name before it is published.`,
    );
  }
  return { problems: renames, notices };
}

/** Of the words of pages, in content/locales/ and content/pages/. */
export function findWordFaults(files: readonly TextFile[]): Faults {
  const locales = files.filter(({ path }) => path.startsWith('locales/'));
  const pages = files.filter(({ path }) => path.startsWith('pages/'));
  const unfit = locales.flatMap(({ path, text }) => {
    const fault = findTextFault(text);
    return fault ? [formatProblem({ file: path, ...fault })] : [];
  });
  const prose = findProseProblems(pages).map(formatProblem);
  const english = findUntranslatedProse(pages).map(formatProblem);
  const read = unfit.length > 0 ? undefined : readMessages(locales);
  if (!read?.ok) {
    return {
      problems: [...unfit, ...(read?.faults ?? []).map(formatProblem), ...prose],
      notices: english,
    };
  }
  const source = read.messages.get(defaultLocale) ?? {};
  const all = [...read.messages];
  return {
    problems: [
      ...all.flatMap(([locale, own]) =>
        findMessageProblems(locale, own, source).map((problem) => `content/${problem}`),
      ),
      ...prose,
    ],
    notices: [
      ...english,
      ...all.flatMap(([locale, own]) =>
        atMost(
          findUntranslated(locale, own, source).map((problem) => `content/${problem}`),
          findLanguage(locale).name,
        ),
      ),
    ],
  };
}

/** Of search-index/. Values that content/ does not have are looked for where `directory` is known. */
export function findSearchFaults(
  { files, unread }: { files: ReadonlyMap<string, string>; unread: readonly string[] },
  directory: Directory | undefined,
): Faults {
  const stray = unread.map(
    (path) =>
      `search-index/${path}: nothing reads this file. Give it the name that its folder's other files have, or take it out.`,
  );
  const unfit = [...files].flatMap(([path, text]) =>
    findFormFaults({ path, text }).map(
      ({ line, message }) => `search-index/${path}, line ${line}: ${message}`,
    ),
  );
  const problems = [...stray, ...unfit];
  if (unfit.length > 0) return { problems, notices: [] };
  try {
    const definition = parseDefinition(files);
    if (!directory) return { problems, notices: [] };
    problems.push(...findUnknownNames(definition, directory));
    return { problems, notices: findWordless(definition, directory) };
  } catch (fault) {
    problems.push(fault instanceof Error ? fault.message : String(fault));
    return { problems, notices: [] };
  }
}

function findFormFaults(file: TextFile): { line?: number | undefined; message: string }[] {
  const unfit = findTextFault(file.text);
  if (unfit) return [unfit];
  if (!file.path.endsWith('.yaml')) return [];
  const reading = readYaml(file);
  return reading.ok ? [] : reading.problems;
}

/** Of the example of a routing file: a practice of a new network would have nowhere to send referrals to. */
export function findRoutingFaults(
  example: { text: string; name: string } | { problem: string },
  directory: Directory,
): Faults {
  if ('problem' in example) return { problems: [example.problem], notices: [] };
  const routing = parseRouting(example.text, example.name, directory);
  return { problems: routing.ok ? [] : routing.problems, notices: [] };
}

// A language that is being added has hundreds.
const MOST_TOLD = 20;

// Each by itself would drown the others.
function tellTogether(notices: readonly ContentProblem[]): string[] {
  const alone = notices.filter(({ group }) => !group).map(formatProblem);
  const groups = Map.groupBy(
    notices.filter(({ group }) => group),
    ({ group }) => group,
  );
  const together = [...groups].map(
    ([group, { length }]) =>
      `${length} listings ${group}. npm run content:check -- --all names each.`,
  );
  return [...alone, ...together];
}

function atMost(notices: readonly string[], what: string): string[] {
  const more = notices.length - MOST_TOLD;
  if (more <= 0) return [...notices];
  return [...notices.slice(0, MOST_TOLD), `and ${more} more of ${what} in English.`];
}
