import { z } from 'zod';
import { labelSchema } from '../../directory/lists.ts';

/**
 * Which mailbox gets which practice's referrals. The real file is private (ROUTING_FILE);
 * content/routing.example.yaml shows its form. Nothing is ever sent to a prescriber's mailbox that is
 * not in this file.
 */
const DOMAIN = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/;
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const mailbox = z.email().max(254);

const teamSchema = z.strictObject({
  /** As residents read it: 'the social prescribing team of Network 1'. */
  name: labelSchema,
  mailbox,
  /** Team that is told when this one's mailbox fails or nobody answers; without: the borough's. */
  fallback: id.optional(),
});

export const routingFileSchema = z.strictObject({
  /** Changes with every change of the file, and stands with each letter: '2026-11-22-a'. */
  version: z.string().min(1).max(40),
  /** The only domains that a mailbox below may have. */
  allowedDomains: z
    .array(z.string().refine((text) => DOMAIN.test(text), 'a domain has small letters: nhs.net'))
    .min(1),
  teams: z.record(id, teamSchema),
  /** Fallback of everything: gets 'not sure', and what no team took. A key of `teams`. */
  borough: id,
  /** Network code → team, for practices without a line of their own. */
  networks: z.record(z.string(), id).default({}),
  /** ODS code → team. */
  practices: z.record(z.string(), id).default({}),
  /** Who gets the alerts; without: only the log and /health. */
  operatorMailbox: mailbox.optional(),
  /** Whole working days until a team is reminded of a referral that it has not acknowledged. */
  acknowledgeWithinWorkingDays: z.int().min(1).max(20).default(1),
  /** Whole working days, from the same moment, until its fallback is asked to find out; without: twice as many. */
  fallbackAfterWorkingDays: z.int().min(1).max(40).optional(),
});

export type RoutingFile = z.infer<typeof routingFileSchema>;
export type Team = RoutingFile['teams'][string] & { id: string };

/** A file that was checked against the practices: every question has an answer. */
export interface Routing {
  version: string;
  /** The team a practice's referrals go to; the borough's for 'not-sure' and for codes we do not have. */
  teamOf(practice: string | 'not-sure'): Team;
  teams: readonly Team[];
  findTeam(id: string): Team | undefined;
  borough: Team;
  /** Who is told when a team's mailbox fails; the team itself if it is the borough's and has no other. */
  fallbackOf(team: Team): Team;
  operatorMailbox: string | undefined;
  /** Who gets what visitors tell the editors: a setting, and no part of the file. */
  editorsMailbox?: string | undefined;
  confirmationTerms: ConfirmationTerms;
}

/** Whole working days from when a letter was handed over, while nobody confirms it. */
export interface ConfirmationTerms {
  /** Then the team is reminded. */
  remindAfter: number;
  /** Then its fallback is asked to find out; never before the team was reminded. */
  fallbackAfter: number;
}
