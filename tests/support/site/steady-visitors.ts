import { Agent, request as askHttp, type IncomingMessage } from 'node:http';
import { request as askHttps, Agent as SecureAgent } from 'node:https';
import { aReferralForm } from '../referral/a-referral-form.ts';

export interface Visits {
  asked: number;
  /** Forms that were answered with the address of a status page, and those addresses. */
  statusPages: string[];
  /** What was not as it should be, a line each. */
  failures: string[];
  longestMs: number;
}

const FORM_EVERY = 6;
const READ = [
  '/',
  '/bn/',
  '/needs/food/',
  '/search/?q=food+bank',
  '/refer/',
  '/so/search/?q=cunto',
];

/**
 * Visitors who go on asking until told to stop, each from an address of its own on this machine: half of them over a
 * kept connection, half over new ones; every sixth request sends a form that was not sent before.
 */
export function visitSteadily({
  origin,
  siteOrigin = origin,
  formToken,
  visitors = 8,
  pauseMs = 20,
  ca,
}: {
  origin: string;
  /** As visitors type it, if that is not where the test asks. */
  siteOrigin?: string;
  /** None: no forms are sent. */
  formToken?: () => string;
  visitors?: number;
  pauseMs?: number;
  ca?: string;
}) {
  const visits: Visits = { asked: 0, statusPages: [], failures: [], longestMs: 0 };
  const secure = origin.startsWith('https:');
  const makeAgent = (keepAlive: boolean) =>
    secure ? new SecureAgent({ keepAlive, ...(ca ? { ca } : {}) }) : new Agent({ keepAlive });
  let stopped = false;

  async function visit(number: number): Promise<void> {
    const agent = makeAgent(number % 2 === 0);
    for (let turn = number; !stopped; turn += 1) {
      const isForm = formToken !== undefined && turn % FORM_EVERY === 0;
      const path = isForm ? '/refer/' : (READ[turn % READ.length] ?? '/');
      const begun = performance.now();
      visits.asked += 1;
      try {
        // Thirty forms an hour from one address are let through.
        const from = `127.1.${number}.${1 + (Math.floor(turn / 100) % 250)}`;
        const told = await ask(path, agent, from, isForm ? aFreshForm() : undefined);
        if (isForm && told.status === 303 && told.location) visits.statusPages.push(told.location);
        else if (told.status !== 200) visits.failures.push(`${path}: ${told.status}`);
      } catch (fault) {
        visits.failures.push(`${isForm ? 'form' : path}: ${String(fault)}`);
      }
      visits.longestMs = Math.max(visits.longestMs, performance.now() - begun);
      await new Promise((resolve) => setTimeout(resolve, pauseMs));
    }
    agent.destroy();
  }

  function aFreshForm(): string {
    return aReferralForm({ formToken: formToken?.() ?? '', step: 'send' }).toString();
  }

  function ask(path: string, agent: Agent, localAddress: string, form?: string) {
    return new Promise<{ status: number; location?: string | undefined }>((resolve, reject) => {
      const sent = (secure ? askHttps : askHttp)(
        origin + path,
        {
          agent,
          localAddress,
          method: form ? 'POST' : 'GET',
          headers: {
            host: new URL(siteOrigin).host,
            ...(form
              ? { origin: siteOrigin, 'content-type': 'application/x-www-form-urlencoded' }
              : {}),
          },
          ...(ca ? { ca, servername: new URL(siteOrigin).hostname } : {}),
        },
        (response: IncomingMessage) => {
          response.resume();
          response.once('error', reject);
          response.once('end', () =>
            resolve({ status: response.statusCode ?? 0, location: response.headers.location }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(form);
    });
  }

  const going = Promise.all(Array.from({ length: visitors }, (_, number) => visit(number)));
  return {
    visits,
    async stop(): Promise<Visits> {
      stopped = true;
      await going;
      return visits;
    },
  };
}
