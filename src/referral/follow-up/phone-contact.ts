import type { Label, Practice, Site } from '../../directory/lists.ts';

/**
 * Whom to ring instead of waiting, or when a referral is in trouble. Only numbers that are in content/:
 * the service's own; else the practice's, whose reception knows the social prescriber; else another body
 * that helps people here. `undefined`: we know of nobody.
 */
export type PhoneContact =
  | { who: 'service'; phone: string; hours: Label | undefined }
  | { who: 'practice'; name: string; phone: string }
  | { who: 'other-body'; name: string; phone: string; about: Label };

export function findPhoneContact(
  practice: string | 'not-sure' | undefined,
  { site, practices }: { site: Site; practices: readonly Practice[] },
): PhoneContact | undefined {
  if (site.phone) return { who: 'service', phone: site.phone, hours: site.phoneHours ?? undefined };
  const own = practices.find(({ odsCode }) => odsCode === practice);
  if (own?.phone) return { who: 'practice', name: own.name, phone: own.phone };
  const other = site.linksOut.find(({ phone }) => phone);
  if (!other?.phone) return undefined;
  return {
    who: 'other-body',
    name: other.name,
    phone: other.phone,
    about: other.description,
  };
}
