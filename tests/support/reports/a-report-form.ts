import { aFormToken } from '../site/a-referral-site.ts';

/** A report's form as a browser sends it, to a site with SITE_KEY. */
export function aReportForm(
  fields: Record<string, string | readonly string[]> = { facts: 'phone' },
): URLSearchParams {
  const all = { formToken: aReportToken(), leaveEmpty: '', ...fields };
  return new URLSearchParams(
    Object.entries(all).flatMap(([name, value]) => [value].flat().map((each) => [name, each])),
  );
}

export function aReportToken(ageMs?: number): string {
  return aFormToken(ageMs, 'report form token');
}
