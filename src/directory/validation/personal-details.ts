import type { ListingDraft, ListingFinding } from './listing-draft.ts';
import { isFirstName, seemsPersonal } from './personal-mailbox.ts';

/**
 * Names, mobile numbers and mailboxes of people in a text: they change, and have not agreed to stand there. A name
 * and a mobile number together are a problem, as is a mailbox with a name; each alone may be an organisation's.
 */
export function findPersonalDetails(
  text: string,
  { name = '', otherNames = [] }: ListingDraft,
): Omit<ListingFinding, 'field'>[] {
  const person = findPerson(text, [name, ...otherNames].join(' '));
  const [mobile] = /(?<!\d)(?:\+44 ?|0)7[1-57-9](?:[ -]?\d){8}(?!\d)/.exec(text) ?? [];
  const findings: Omit<ListingFinding, 'field'>[] = [];
  if (person && mobile) {
    findings.push({
      message: `found '${person}' and '${mobile}': a person's name with a mobile number. Write a role and a number of the organisation instead, such as "Ask for the coordinator".`,
    });
  } else if (person) {
    findings.push({
      notice: true,
      message: `found '${person}', which seems to name a person. Write a role instead, such as "Ask for the coordinator".`,
    });
  } else if (mobile) {
    findings.push({
      notice: true,
      message: `found '${mobile}', a mobile. Make sure that it is the organisation's, not one worker's.`,
    });
  }
  for (const [email] of text.matchAll(/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g)) {
    const seems = seemsPersonal(email);
    const message = `found '${email}', which ${seems === 'yes' ? 'seems to' : 'may'} be one person's mailbox. Give a shared one, such as info@…, or leave it out.`;
    if (seems === 'yes') findings.push({ message });
    if (seems === 'perhaps') findings.push({ notice: true, message });
  }
  return findings;
}

const TITLED = /\b(?:Mr|Mrs|Ms|Miss|Mx)\.? \p{Lu}\p{Ll}+/u;
const ASKED_FOR =
  /\b(?:[Aa]sk for|[Ss]peak (?:to|with)|[Tt]alk to|[Cc]ontact|[Rr]ing|[Cc]all|[Tt]ext|[Ee]-?mail|[Mm]essage|[Ss]ee|(?:run|led|taught|managed|organised) by|(?:manager|co-?ordinator|leader|worker|organiser|teacher|instructor|secretary|chair|contact):?) (\p{Lu}\p{Ll}+)(?: (\p{Lu}\p{Ll}+))?/gu;
// Buildings and charities are named after people.
const PLACE =
  /^(House|Centre|Center|Street|Road|Lane|Church|Hall|Trust|Foundation|School|Project|Court|Gardens?|Lodge|Ward|Hospice|Hospital|College|Clinic|Library|Park|Caf[eé]|Club|Charity|Society|Association|Community|Support|Advice|Helpline)$/;

function findPerson(text: string, ownNames: string): string | undefined {
  const [titled] = TITLED.exec(text) ?? [];
  if (titled) return titled;
  for (const [found, first = '', second = ''] of text.matchAll(ASKED_FOR)) {
    if (isFirstName(first) && !PLACE.test(second) && !ownNames.includes(first)) return found;
  }
  return undefined;
}
