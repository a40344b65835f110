import { createRateLimit, toCustomer, toNetwork } from '../../../src/platform/http/rate-limit.ts';
import { createSignedTokens } from '../../../src/platform/secrets/signed-token.ts';
import type { ReportOutcome } from '../../../src/reports/accept-report.ts';
import { handleReport, type ReportDependencies } from '../../../src/reports/handle-report.ts';
import { createReportLimits } from '../../../src/reports/report-limits.ts';
import type { Report, ReportKind } from '../../../src/reports/report-model.ts';

export const DAY_MS = 24 * 60 * 60 * 1000;

/** Somebody to hand reports to; `outcome` in place of a store that takes everything. */
export function aReportHandler(
  outcome: ReportOutcome | Error = { kind: 'saved', repeated: false },
) {
  const clock = { ms: Date.parse('2026-11-22T10:00:00Z') };
  const accepted: { report: Report; formToken: string; locale: string }[] = [];
  const waits: number[] = [];
  const logged: unknown[][] = [];
  const dependencies: ReportDependencies = {
    tokens: createSignedTokens({
      key: Buffer.alloc(32, 'k'),
      validMs: DAY_MS,
      now: () => new Date(clock.ms),
    }),
    limits: createReportLimits({
      createRateLimit: (rate) => createRateLimit({ ...rate, clock: () => clock.ms }),
      toNetwork,
      toCustomer,
    }),
    async accept(report, formToken, locale) {
      if (outcome instanceof Error) throw outcome;
      accepted.push({ report, formToken, locale });
      return outcome;
    },
    wait: async (ms) => {
      waits.push(ms);
    },
    log: { error: (...line) => logged.push(line) },
  };
  const token = dependencies.tokens.issue();
  const post = (
    fields: Record<string, string | readonly string[]>,
    about: Partial<{ kind: ReportKind; listing: string | undefined; client: string }> = {},
  ) => {
    const form = new FormData();
    for (const [name, value] of Object.entries({ formToken: token, ...fields })) {
      for (const each of [value].flat()) form.append(name, each);
    }
    return handleReport(
      form,
      { kind: 'listing', listing: 'a-place', client: '192.0.2.1', locale: 'bn', ...about },
      dependencies,
    );
  };
  return { dependencies, post, token, clock, accepted, waits, logged };
}
