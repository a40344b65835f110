import { readFileSync } from 'node:fs';
import { createTranslator } from '../../../../src/i18n/translator.ts';
import type { Rig } from '../a-rig.ts';
import { filledIn } from '../form-fields.ts';
import type { ProcessOptions } from './a-process.ts';
import type { Told } from './desk.ts';

/** The real server (`node scripts/serve.ts`) on the build in dist/. */
export async function aSite(
  rig: Rig,
  about: Partial<ProcessOptions> & { killAt?: string; killFile?: string } = {},
) {
  const { killAt, killFile, environment = {}, ...rest } = about;
  const process = rig.start({
    program: 'scripts/serve.ts',
    cwd: '.',
    ...rest,
    environment: {
      ...environment,
      ...(killAt ? { KILL_AT: killAt } : {}),
      ...(killFile ? { KILL_FILE: killFile } : {}),
    },
  });
  const origin = await process.says(/The site is at (http:\S+)\/\n/);
  const port = Number(origin.split(':').at(-1));

  // Each post comes from another visitor, so that no limit meets them.
  let visitors = 0;
  const headers = () => {
    visitors += 1;
    return {
      origin,
      'content-type': 'application/x-www-form-urlencoded',
      // A connection that is kept may be closed by the server just as it is used again.
      connection: 'close',
      'x-forwarded-for': `198.51.${visitors >> 8}.${visitors & 0xff}`,
    };
  };
  const get = (path: string): Promise<Response> => {
    rig.addresses.push(path);
    return fetch(origin + path, { redirect: 'manual', headers: { connection: 'close' } });
  };

  return {
    ...process,
    origin,
    port,
    /** The process that serves, below a wrapper if there is one. */
    nodePid: () => childOf(process.pid),
    get,
    /** A form as it comes from the server, for one referral. */
    async openForm(): Promise<string> {
      const html = await (await get('/refer/')).text();
      const token = /name="formToken"[^>]*value="([^"]+)"/.exec(html)?.[1];
      if (!token) throw new Error('The form has no token.');
      return token;
    },
    headers,
    /** Sends the form and reads the page that comes of it. */
    async post(token: string, change: Record<string, string> = {}) {
      rig.attempted.add(token);
      let response: Response;
      try {
        response = await fetch(`${origin}/refer/`, {
          method: 'POST',
          redirect: 'manual',
          headers: headers(),
          body: filledIn(token, change),
        });
      } catch {
        return { told: 'cut' as Told, token, status: 0, page: '' };
      }
      const { status } = response;
      if (status !== 303) {
        const page = await response.text();
        return { told: toldOn(page), token, status, page };
      }
      const path = new URL(response.headers.get('location') ?? '', origin).pathname;
      const page = await (await get(path)).text();
      const reference = /SP-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page)?.[0] ?? '';
      const before = rig.acknowledged.get(token) ?? reference;
      if (before !== reference) throw new Error(`Two references: ${before}, ${reference}.`);
      rig.acknowledged.set(token, reference);
      return { told: 'S' as Told, token, status, page, reference, path };
    },
  };
}

export type RunningSite = Awaited<ReturnType<typeof aSite>>;

const t = createTranslator('en');
const notSaved = t('refer:trouble.not-saved.heading');
const cannotTell = t('refer:trouble.cannot-tell.heading');

function toldOn(page: string): Told | 'other' {
  if (page.includes(notSaved)) return 'N';
  return page.includes(cannotTell) ? '?' : 'other';
}

function childOf(pid: number): number {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim();
  const command = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
  return command.startsWith('node') || command === 'MainThread' || !children
    ? pid
    : Number(children.split(' ')[0]);
}
