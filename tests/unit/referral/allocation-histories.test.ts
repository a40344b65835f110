/** Covers src/referral/routing/resolve-destination.ts. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { stringify } from 'yaml';
import { createRouting } from '../../../src/referral/routing/create-routing.ts';
import { parseRouting } from '../../../src/referral/routing/parse-routing.ts';
import type { Routing, RoutingFile } from '../../../src/referral/routing/routing.ts';
import { aDelivery } from '../../support/referral/a-delivery.ts';
import { practices } from '../../support/referral/a-routing.ts';
import { anAccepting } from '../../support/referral/accepting.ts';
import {
  type AllocationEvent,
  allocationHistory,
  choices,
  createAllocations,
} from '../../support/referral/allocations.ts';
import { someAnswers } from '../../support/referral/some-answers.ts';

const seed = 20261122;

test.each([
  { of: 'files that were checked', runs: 100_000, read: asChecked },
  { of: 'files as written', runs: 100, read: asWritten },
])(
  '$runs histories of $of: every letter goes where the allocation in force says',
  ({ runs, read }) => {
    fc.assert(
      fc.property(allocationHistory, (events) => play(events, read).length === 0),
      { numRuns: runs, seed },
    );
  },
);

test('accepted and delivered through the store, each row tells both teams and both versions', async () => {
  const accepting = await anAccepting();
  onTestFinished(accepting.discard);
  let routing = asChecked(createAllocations().file);
  const accept = accepting.with({ routing: () => routing });
  const { sealing } = accepting;
  const worker = await aDelivery({ shared: accepting, sealing, routing: () => routing });
  let forms = 0;
  for (const events of fc.sample(allocationHistory, { numRuns: 60, seed })) {
    const allocations = createAllocations();
    routing = asChecked(allocations.file);
    const waiting: Record<string, unknown>[] = [];
    for (const event of [...events, { kind: 'send' as const }]) {
      if (event.kind === 'accept') {
        const practice = choices[event.practice] ?? '';
        forms += 1;
        await accept(someAnswers({ practice }), `form-${forms}`, 'en');
        const teamAtAccept = allocations.expectedTeam(practice);
        const version = allocations.version;
        waiting.push({ practice, teamAtAccept, routeVersionAtAccept: version });
      } else if (event.kind === 'send') {
        await worker.delivery.deliverDue();
        const now = routing.version;
        for (const [index, expected] of waiting.toReversed().entries()) {
          const [referral] = (await accepting.store.listReferrals({ limit: index + 1 })).slice(-1);
          const [letter] = await accepting.store.findLetters(referral?.sequence ?? 0);
          const sentToTeam = allocations.expectedTeam(String(expected.practice));
          expect(referral).toMatchObject(expected);
          expect(letter).toMatchObject({ sentToTeam, routeVersionAtSend: now });
          const copies = worker.sent.filter(({ messageId }) => messageId === letter?.messageId);
          expect(copies.map(({ to }) => to)).toEqual([`${sentToTeam}@prescribers.example`]);
        }
        waiting.length = 0;
      } else {
        allocations.move(event);
        routing = asChecked(allocations.file);
      }
    }
  }
  expect(worker.sent).toHaveLength(forms);
  expect(forms).toBeGreaterThan(60);
});

/** Mis-routes and wrong versions. */
function play(events: readonly AllocationEvent[], read: (file: RoutingFile) => Routing): unknown[] {
  const allocations = createAllocations();
  let routing = read(allocations.file);
  const waiting: string[] = [];
  const wrong: unknown[] = [];
  const check = (choice: string) => {
    const { id, mailbox } = routing.teamOf(choice);
    const right =
      id === allocations.expectedTeam(choice) &&
      mailbox === `${id}@prescribers.example` &&
      routing.version === allocations.version;
    if (!right) wrong.push({ choice, mailbox, version: routing.version });
  };
  for (const event of events) {
    if (event.kind === 'accept') {
      const choice = choices[event.practice] ?? '';
      check(choice);
      waiting.push(choice);
    } else if (event.kind === 'send') {
      for (const choice of waiting.splice(0)) check(choice);
    } else {
      allocations.move(event);
      routing = read(allocations.file);
    }
  }
  return wrong;
}

function asChecked(file: RoutingFile): Routing {
  return createRouting(file, practices);
}

function asWritten(file: RoutingFile): Routing {
  const parsed = parseRouting(stringify(file), 'routing.yaml', { practices });
  if (!parsed.ok) throw new Error(parsed.problems.join('\n'));
  return parsed.routing;
}
