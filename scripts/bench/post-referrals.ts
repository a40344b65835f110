import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { deriveKey } from '../../src/platform/secrets/derived-key.ts';
import { createSignedTokens } from '../../src/platform/secrets/signed-token.ts';
import { FORM_VALID_MS } from '../../src/referral/form/handle-form.ts';
import { aReferralForm } from '../../tests/support/referral/a-referral-form.ts';

/** A form that was open for as long as people take at least: one sent sooner is made to wait. */
const OPEN_FOR_MS = 60_000;

export interface Posting {
  /** Milliseconds from when each was to be sent until its answer. */
  times: number[];
  /** Of each that was not answered with the address of its status page. */
  refused: number[];
  tookMs: number;
}

/** Sends filled-in forms, each its own, from as many addresses: the server limits how many one may send. */
export function createPoster({ port, key }: { port: number; key: Buffer }) {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const tokens = createSignedTokens({
    key: deriveKey(key, 'form token'),
    validMs: FORM_VALID_MS,
    now: () => new Date(Date.now() - OPEN_FOR_MS),
  });
  let sent = 0;

  function post(): Promise<number> {
    sent += 1;
    const body = aReferralForm({ step: 'send', formToken: tokens.issue() }).toString();
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body),
      origin: `http://127.0.0.1:${port}`,
      'x-forwarded-for': `10.${(sent >> 16) & 255}.${(sent >> 8) & 255}.${sent & 255}`,
    };
    return new Promise((resolve, reject) => {
      request({ host: '127.0.0.1', port, path: '/refer/', method: 'POST', agent, headers })
        .on('response', (response) => {
          response.resume().on('end', () => resolve(response.statusCode ?? 0));
        })
        .on('error', reject)
        .end(body);
    });
  }

  async function timed(posting: Posting, from: number): Promise<void> {
    const status = await post();
    posting.times.push(performance.now() - from);
    if (status !== 303) posting.refused.push(status);
  }

  return {
    /** So many a second, whether or not the ones before were answered. */
    async atRate(perSecond: number, forMs: number): Promise<Posting> {
      const posting: Posting = { times: [], refused: [], tookMs: 0 };
      const began = performance.now();
      const posts: Promise<void>[] = [];
      for (let at = 0; at < forMs; at += 1000 / perSecond) {
        await wait(Math.max(0, began + at - performance.now()));
        // A timer that fires late is not the server's.
        posts.push(timed(posting, performance.now()));
      }
      await Promise.all(posts);
      return { ...posting, tookMs: performance.now() - began };
    },
    /** `clients` that each send the next form once the one before was answered. */
    async asFastAsPossible(clients: number, forMs: number): Promise<Posting> {
      const posting: Posting = { times: [], refused: [], tookMs: 0 };
      const began = performance.now();
      const client = async () => {
        while (performance.now() - began < forMs) await timed(posting, performance.now());
      };
      await Promise.all(Array.from({ length: clients }, client));
      return { ...posting, tookMs: performance.now() - began };
    },
    close: () => agent.destroy(),
  };
}
