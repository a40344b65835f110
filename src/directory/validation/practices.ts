import type { PracticesFile } from '../lists.ts';
import { describeUnknown } from '../nearest.ts';
import type { Finding } from '../reading/schema-issues.ts';
import { findPhoneFault } from './phone-form.ts';
import { findPostcodeFault } from './postcodes.ts';

/** Practices twice, in networks that do not exist, or with a phone or postcode of the wrong form. */
export function validatePractices({ networks, practices }: PracticesFile): Finding[] {
  const codes = networks.map((network) => network.code);
  const odsCodes = practices.map((practice) => practice.odsCode);
  return practices.flatMap((practice, index) => {
    const findings: Finding[] = [];
    const report = (field: PropertyKey[], message: string | undefined) => {
      if (message) findings.push({ field: ['practices', index, ...field], message });
    };
    if (odsCodes.indexOf(practice.odsCode) !== index) {
      report(['odsCode'], `'${practice.odsCode}' is listed twice. Keep one.`);
    }
    if (!codes.includes(practice.network)) {
      report(['network'], describeUnknown(practice.network, codes));
    }
    report(['postcode'], findPostcodeFault(practice.postcode));
    if (practice.phone) report(['phone'], findPhoneFault(practice.phone));
    for (const [number, { postcode }] of practice.branchSites.entries()) {
      if (postcode) report(['branchSites', number, 'postcode'], findPostcodeFault(postcode));
    }
    return findings;
  });
}
