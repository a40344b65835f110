import type { ReportOutcome } from '../../../../src/reports/accept-report.ts';
import type { Report } from '../../../../src/reports/report-model.ts';
import type { Rig } from '../a-rig.ts';
import { canaries } from '../evidence/canaries.ts';
import { aFormToken, type Told } from './desk.ts';

export const EDITORS = 'editors@mail.example';

/** A report whose words are found nowhere else. */
const canaryReport: Report = {
  kind: 'listing',
  listing: 'a-place',
  facts: ['phone'],
  words: canaries.summary,
  placeName: '',
  placeDoes: '',
  placeReach: '',
};

const told = { saved: 'S', 'not-saved': 'N', 'cannot-tell': '?' } as const;

/** The real modules behind a bare port (programs/report-desk.ts), in a process that can be killed. */
export async function aReportDesk(rig: Rig, about: { killAt?: string; killFile?: string } = {}) {
  const { killAt, killFile } = about;
  const process = rig.start({
    program: 'tests/faults/programs/report-desk.ts',
    environment: {
      EDITORS_MAILBOX: EDITORS,
      ...(killAt ? { KILL_AT: killAt } : {}),
      ...(killFile ? { KILL_FILE: killFile } : {}),
    },
  });
  const origin = await process.says(/Reports go to (http:\S+)\/\n/);
  // A connection that is kept may be closed just as it is used again.
  const headers = { connection: 'close' };
  return {
    ...process,
    async post(token = aFormToken(), report: Report = canaryReport) {
      try {
        const response = await fetch(`${origin}/${token}`, {
          method: 'POST',
          body: JSON.stringify(report),
          headers,
          signal: AbortSignal.timeout(60_000),
        });
        const outcome = (await response.json()) as ReportOutcome;
        const repeated = 'repeated' in outcome && outcome.repeated;
        return { token, told: told[outcome.kind] as Told, repeated };
      } catch {
        return { token, told: 'cut' as Told, repeated: false };
      }
    },
    reported: async () =>
      (await (await fetch(origin, { headers })).json()) as { listing: string; facts: string }[],
  };
}
