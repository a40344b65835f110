import type { Rig } from '../a-rig.ts';
import { askStore } from './stored.ts';

export interface StoredReportRow {
  id: string;
  reference: string;
  formToken: string;
  facts: string;
  clearedAt: number | null;
  shreddedAt: number | null;
  hasText: number;
}

/** What lies in the table of reports, read by hand. */
export function readReports(rig: Pick<Rig, 'dataDir' | 'environment'>): StoredReportRow[] {
  return askStore(
    rig,
    `select id, reference, "formToken", facts, "clearedAt", "shreddedAt",
      case when payload is null then 0 else 1 end as "hasText" from report order by "receivedAt", id`,
  ) as StoredReportRow[];
}
