import type { Site } from '../lists.ts';
import type { Finding } from '../reading/schema-issues.ts';
import { findPhoneFault } from './phone-form.ts';

/** Numbers that cannot be rung, links that dial another number than they show, dangers without a line. */
export function validateSite(site: Site): Finding[] {
  const findings: Finding[] = [];
  const report = (field: PropertyKey[], message: string | undefined) => {
    if (message) findings.push({ field, message });
  };
  if (site.phone) report(['phone'], findPhoneFault(site.phone));
  for (const [index, line] of site.crisisLines.entries()) {
    const at = ['crisisLines', index];
    if (!line.phone) continue;
    report([...at, 'phone'], findPhoneFault(line.phone));
    const digits = line.phone.replaceAll(' ', '');
    if (line.dial !== digits) {
      report(
        [...at, 'dial'],
        `dials ${line.dial}, but the page shows ${line.phone}. Write "${digits}".`,
      );
    }
  }
  for (const [index, { phone }] of site.linksOut.entries()) {
    if (phone) report(['linksOut', index, 'phone'], findPhoneFault(phone));
  }
  for (const danger of ['suicide', 'danger', 'emergency'] as const) {
    if (site.crisisLines.some((line) => line.for.includes(danger))) continue;
    report(
      ['crisisLines'],
      `no line is for '${danger}'. Someone in that need would be shown no number.`,
    );
  }
  return findings;
}
