import { countCharacters, toLine, toParagraphs } from '../referral/form/typed-text.ts';
import {
  maxLengths,
  parseFacts,
  type Report,
  type ReportField,
  type ReportKind,
  type ReportTextField,
  reportFields,
  type TypedReport,
} from './report-model.ts';

/** `nothing`: neither a tick nor a word. Its words are reports:error.<code>. */
export type ReportError =
  | { field: ReportField; code: 'nothing' | 'placeName' | 'placeDoes' | 'placeReach' | 'words' }
  | { field: ReportTextField; code: 'tooLong'; max: number; over: number };

export type ParsedReport =
  | { ok: true; report: Report }
  | { ok: false; errors: readonly ReportError[] };

/** What a form holds of our fields; what it lacks is empty. */
export function readTypedReport(form: FormData): TypedReport {
  const read = (name: ReportTextField) => {
    const value = form.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    facts: form.getAll('facts').filter((value) => typeof value === 'string'),
    words: read('words'),
    placeName: read('placeName'),
    placeDoes: read('placeDoes'),
    placeReach: read('placeReach'),
  };
}

/** Decides what a form that was sent is worth. `listing`: a slug that we have, for that kind alone. */
export function parseReport(
  typed: TypedReport,
  { kind, listing }: { kind: ReportKind; listing: string | undefined },
): ParsedReport {
  const asked: readonly ReportField[] = reportFields[kind];
  const text = (field: ReportTextField) =>
    asked.includes(field) ? toParagraphs(typed[field]) : '';
  const report: Report = {
    kind,
    listing,
    facts: asked.includes('facts') ? findFacts(typed) : [],
    words: text('words'),
    placeName: asked.includes('placeName') ? toLine(typed.placeName) : '',
    placeDoes: text('placeDoes'),
    placeReach: text('placeReach'),
  };
  const errors = findErrors(report);
  return errors.length > 0 ? { ok: false, errors } : { ok: true, report };
}

// Words alone say that something is wrong, and not what.
function findFacts({ facts, words }: TypedReport): Report['facts'] {
  const ticked = parseFacts(facts.join(' '));
  return ticked.length === 0 && toLine(words) !== '' ? ['other'] : ticked;
}

function findErrors(report: Report): ReportError[] {
  return reportFields[report.kind].flatMap((field): ReportError[] => {
    if (field === 'facts') return report.facts.length === 0 ? [{ field, code: 'nothing' }] : [];
    const isNeeded = field !== 'words' || report.kind === 'feedback';
    if (isNeeded && report[field] === '') return [{ field, code: field }];
    const over = countCharacters(report[field]) - maxLengths[field];
    return over > 0 ? [{ field, code: 'tooLong', max: maxLengths[field], over }] : [];
  });
}
