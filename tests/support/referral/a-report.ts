import type { NewReport } from '../../../src/referral/store/store-port.ts';
import { NOON } from './a-store.ts';

/** A report that a listing's phone is wrong, its random values made of `name`. */
export function aReportRow(name: string | number, fields: Partial<NewReport> = {}): NewReport {
  return {
    id: `report-${name}`,
    reference: `RP-TEST-${name}`,
    formToken: `form-${name}`,
    kind: 'listing',
    listing: 'a-place',
    facts: 'phone',
    locale: 'en',
    receivedAt: NOON,
    clearedAt: null,
    payload: new TextEncoder().encode(`text of ${name}`),
    wrappedKey: new TextEncoder().encode(`key of ${name}`),
    shreddedAt: null,
    ...fields,
  };
}
