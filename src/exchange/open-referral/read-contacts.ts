import { z } from 'zod';
import { parsePhone } from '../../directory/phone.ts';
import { seemsPersonal } from '../../directory/validation/personal-mailbox.ts';
import { isMobile } from '../../directory/validation/phone-form.ts';
import { type Entity, listAt, textAt, toEntity } from './entity.ts';

interface Found {
  fields: Record<string, string>;
  notes: string[];
}

/** Phone, e-mail and website of a service: never a person's, and only what can be rung and opened. */
export function readContacts(service: Entity): Found {
  const contacts = listAt(service, 'contacts');
  const found = [readPhone(service, contacts), readEmail(service, contacts), readWebsite(service)];
  return {
    fields: Object.assign({}, ...found.map(({ fields }) => fields)),
    notes: found.flatMap(({ notes }) => notes),
  };
}

function readPhone(service: Entity, contacts: readonly Entity[]): Found {
  const phones = [service, ...contacts].flatMap((each) => listAt(each, 'phones'));
  const written = [...phones, ...contacts]
    .map((each) => textAt(each, 'number', 'phone'))
    .filter(Boolean);
  const numbers = [...new Set(written)].map((text) => ({ text, phone: readNumber(text) }));
  const notes = numbers
    .filter(({ phone }) => !phone)
    .map(() => 'a phone number cannot be read, so it is left out.');
  const known = numbers.flatMap(({ phone }) => phone ?? []);
  const shared = known.filter((phone) => !isMobile(phone));
  if (known.length > shared.length) {
    notes.push("a mobile number is left out: it may be one person's.");
  }
  const [first, ...others] = shared;
  if (others.length > 0) notes.push(`${others.length} more phone number(s) are left out.`);
  return { fields: first ? { phone: first } : {}, notes };
}

// 'Bristol Youth MAPS: 0117 332 7111'
function readNumber(text: string): string | undefined {
  const phone = parsePhone(text) ?? parsePhone(text.replace(/^[^\d+(]+/, ''));
  return phone?.replace(/ ext .*/, '');
}

function readEmail(service: Entity, contacts: readonly Entity[]): Found {
  const metadata = toEntity(service.pc_metadata);
  const staff = [textAt(service, 'assurer_email'), textAt(metadata, 'assured_by')].filter(Boolean);
  const all = [service, ...contacts].map((each) =>
    textAt(each, 'email')
      .replace(/^mailto:/i, '')
      .trim(),
  );
  const emails = all.filter(Boolean);
  const isShared = (email: string) => !staff.includes(email) && seemsPersonal(email) !== 'yes';
  const [email] = emails.filter((each) => z.email().safeParse(each).success).filter(isShared);
  if (email) return { fields: { email }, notes: [] };
  if (emails.length === 0) return { fields: {}, notes: [] };
  return {
    fields: {},
    notes: ["an e-mail address is left out: it is no address, or one person's."],
  };
}

function readWebsite(service: Entity): Found {
  const organisation = toEntity(service.organization) ?? toEntity(service.organisation);
  const text = textAt(service, 'url') || textAt(organisation, 'website', 'url', 'uri');
  if (!text || isPlaceholder(text)) return { fields: {}, notes: [] };
  const hasScheme = /^https?:\/\//i.test(text);
  const website = hasScheme ? text : `https://${text.replace(/^(https?)?:?\/*/i, '')}`;
  if (!URL.canParse(website) || !/^[^/]+\/\/[^/\s]+\.[^/\s]+/.test(website)) {
    return { fields: {}, notes: [`the website '${text}' is no web address, so it is left out.`] };
  }
  const notes = hasScheme ? [] : [`the website '${text}' had no https:// before it.`];
  return { fields: { website: website.trim() }, notes };
}

function isPlaceholder(text: string): boolean {
  return /(^|\/|\.)example\.(com|org|net)\b/i.test(text);
}
