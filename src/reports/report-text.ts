import { z } from 'zod';
import type { Report } from './report-model.ts';

const schema = z.strictObject({
  version: z.literal(1),
  words: z.string(),
  placeName: z.string(),
  placeDoes: z.string(),
  placeReach: z.string(),
});

/** What a visitor typed, as it is sealed. */
export type ReportText = z.infer<typeof schema>;

/** undefined: nothing was typed. */
export function toReportText(report: Report): string | undefined {
  const { words, placeName, placeDoes, placeReach } = report;
  if (words + placeName + placeDoes + placeReach === '') return undefined;
  const text: ReportText = { version: 1, words, placeName, placeDoes, placeReach };
  return JSON.stringify(text);
}

/** undefined: another version, or not whole. Every version that was ever stored must stay readable here. */
export function parseReportText(json: string): ReportText | undefined {
  try {
    return schema.safeParse(JSON.parse(json)).data;
  } catch {
    return undefined;
  }
}
