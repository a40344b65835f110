import { checkableFields, hasCheckedField } from '../checkable.ts';
import { describeUnknown } from '../nearest.ts';
import type { ListingDraft, ListingFinding, ListName, ValidationContext } from './listing-draft.ts';

const manyValued = ['needs', 'offers', 'audiences', 'languages', 'access'] as const;
const oneValued = ['kind', 'cost', 'area'] as const;

/** Values that no list has, values given twice, and checks of facts that a listing does not have. */
export function validateValues(
  draft: ListingDraft,
  { allowed }: ValidationContext,
): ListingFinding[] {
  const unknown = (list: ListName, found: string, field: PropertyKey[]): ListingFinding[] => {
    const values = allowed[list];
    if (!values || values.includes(found)) return [];
    return [{ field, message: describeUnknown(found, values) }];
  };
  return [
    ...manyValued.flatMap((field) =>
      (draft[field] ?? []).flatMap((value, index) => [
        ...unknown(field, value, [field, index]),
        ...findRepeat(draft[field] ?? [], index, field),
      ]),
    ),
    ...oneValued.flatMap((field) => {
      const value = draft[field];
      return value === undefined ? [] : unknown(field, value, [field]);
    }),
    ...checkedFacts(draft),
  ];
}

function findRepeat(values: readonly string[], index: number, field: string): ListingFinding[] {
  const value = values[index];
  if (value === undefined || values.indexOf(value) === index) return [];
  return [{ field: [field, index], message: `'${value}' is listed twice. Keep one.` }];
}

function checkedFacts(draft: ListingDraft): ListingFinding[] {
  return (draft.trust?.checks ?? []).flatMap((check, number) =>
    check.facts.flatMap((fact, index) => {
      const message = findFactFault(draft, fact);
      return message ? [{ field: ['trust', 'checks', number, 'facts', index], message }] : [];
    }),
  );
}

function findFactFault(draft: ListingDraft, fact: string): string | undefined {
  const field = checkableFields.find((each) => each === fact);
  if (!field) return describeUnknown(fact, checkableFields);
  if (draft.unread?.includes(field) || hasCheckedField(draft, field)) return undefined;
  return `says that '${fact}' was checked, but this listing has no ${fact}. Write what they told you into ${fact}, or take '${fact}' out of facts.`;
}
