import { beforeEach, describe, expect, test } from 'vitest';
import { createTakeReturn } from '../../../../src/referral/returns/take-return.ts';
import type { StoredLetter } from '../../../../src/referral/store/store-port.ts';
import { aDelivery } from '../../../support/referral/a-delivery.ts';
import { aLetterRow, MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';

const messageId = '<a@directory.example>';
let worker: Awaited<ReturnType<typeof aDelivery>>;

beforeEach(async () => {
  worker = await aDelivery();
});

const take = (
  about: { envelopeId?: string; messageId?: string; status?: string },
  arrivedAt: number | undefined = worker.clock.now,
) =>
  createTakeReturn({ store: worker.store, now: () => worker.clock.now })(
    { status: undefined, envelopeId: undefined, messageId: undefined, ...about },
    arrivedAt,
  );

/** A referral whose letter the team's mail server took. */
async function handsOver(letter: Partial<StoredLetter> = {}) {
  const referral = await worker.accepts('a', { letter });
  await worker.delivery.deliverDue();
  const { envelopeId } = await worker.letter('letter-a');
  return { ...referral, envelopeId: envelopeId ?? '' };
}

describe('a letter to a team that came back', () => {
  test('needs a person, its fallback and the operator are told, and all is written down', async () => {
    const { envelopeId, reference, sequence } = await handsOver();
    await worker.store.acknowledge('hash-a', NOON);

    expect(await take({ envelopeId, status: '5.1.1' })).toMatchObject({ kind: 'bounced' });
    expect(await worker.letter('letter-a')).toMatchObject({
      state: 'needs-human',
      lastOutcome: 'bounced',
      lastCode: null,
      handedOverAt: null,
    });
    expect((await worker.store.findReferral({ sequence }))?.acknowledgedAt).toBeNull();
    expect(await worker.store.listAudit(reference)).toMatchObject([
      {
        action: 'bounced',
        operator: 'return mailbox',
        reason: 'A mail server sent the letter back, status 5.1.1',
      },
    ]);
    await worker.watch();
    expect(await worker.queued('alert')).toHaveLength(1);
    expect((await worker.queued('fallback-notice'))[0].text).toContain(reference);
  });

  test('is taken once, however often it is reported and by however many workers', async () => {
    const { envelopeId, reference } = await handsOver();
    const taken = await Promise.all([1, 2, 3].map(() => take({ envelopeId })));
    expect(taken.map(({ kind }) => kind).toSorted()).toEqual(['bounced', 'unknown', 'unknown']);
    expect((await take({ messageId })).kind).toBe('unknown');
    expect(await worker.store.listAudit(reference)).toHaveLength(1);
  });

  test('is found by its Message-ID where no name of the try is told', async () => {
    await handsOver();
    expect((await take({ messageId })).kind).toBe('bounced');
  });

  test('is looked at again when it is only being handed over', async () => {
    await worker.accepts('a', {
      letter: { state: 'sending', envelopeId: 'sp1', leaseUntil: NOON * 2 },
    });
    expect((await take({ envelopeId: 'sp1' })).kind).toBe('not-yet');
  });
});

describe('nothing changes for', () => {
  test.each([
    { envelopeId: `sp${'0'.repeat(32)}` },
    { messageId: '<guessed@directory.example>' },
    { envelopeId: `sp${'0'.repeat(32)}`, messageId },
    {},
  ])('a report with ids that nobody was given: %j', async (forged) => {
    await handsOver();
    expect((await take(forged)).kind).toBe('unknown');
    expect((await worker.letter('letter-a')).state).toBe('handed-over');
  });

  test('a report of an earlier sending, after an operator had it sent anew', async () => {
    const { envelopeId } = await handsOver();
    await take({ envelopeId });
    const anew = { messageId: '<anew@directory.example>', dueAt: worker.clock.now };
    await worker.store.changeLetter('letter-a', ['needs-human'], { state: 'pending', ...anew });
    await worker.delivery.deliverDue();

    expect((await take({ envelopeId, messageId })).kind).toBe('unknown');
    expect((await take({ messageId })).kind).toBe('unknown');
    expect((await worker.letter('letter-a')).state).toBe('handed-over');
  });

  test('a report of an earlier try of the same bytes, that came before they were handed over', async () => {
    await worker.accepts('a', { letter: { state: 'maybe-sent' } });
    const earlier = NOON;
    worker.pass(16 * MINUTE_MS);
    await worker.delivery.deliverDue();

    expect((await take({ messageId }, earlier)).kind).toBe('unknown');
    expect((await take({ messageId }, undefined)).kind).toBe('bounced');
  });

  test('a letter that waits, and is tried again in any case', async () => {
    await worker.accepts('a', { letter: { state: 'maybe-sent', envelopeId: 'sp1' } });
    expect((await take({ envelopeId: 'sp1', messageId })).kind).toBe('unknown');
    expect((await worker.letter('letter-a')).state).toBe('maybe-sent');
  });
});

describe('other letters that came back', () => {
  test("the resident's copy is withdrawn, and asks nothing of anybody", async () => {
    const { sequence } = await worker.accepts('a');
    const copy = { kind: 'resident-copy', state: 'handed-over', handedOverAt: NOON } as const;
    await stores('copy', { ...copy, referralSequence: sequence });

    expect((await take({ envelopeId: 'sp-copy' })).kind).toBe('bounced');
    expect(await worker.letter('letter-copy')).toMatchObject({
      state: 'withdrawn',
      lastOutcome: 'bounced',
    });
    await worker.watch();
    expect(await worker.queued('alert')).toEqual([]);
    expect((await worker.letter('letter-a')).state).toBe('pending');
  });

  test('a notice to staff needs a person, and the operator hears of it', async () => {
    const { sequence } = await worker.accepts('a');
    const notice = { kind: 'reminder', state: 'handed-over', handedOverAt: NOON } as const;
    await stores('notice', { ...notice, referralSequence: sequence });

    expect((await take({ envelopeId: 'sp-notice' })).kind).toBe('bounced');
    await worker.watch();
    expect(await worker.letter('letter-notice')).toMatchObject({ state: 'needs-human' });
    expect(await worker.queued('alert')).toHaveLength(1);
    expect(await worker.queued('fallback-notice')).toEqual([]);
  });
});

async function stores(name: string, fields: Partial<StoredLetter>): Promise<void> {
  await worker.store.addLetters([aLetterRow(name, { envelopeId: `sp-${name}`, ...fields })]);
}
