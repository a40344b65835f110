import { request } from 'node:https';
import { aReferralForm, readFields } from '../../tests/support/referral/a-referral-form.ts';

// Forms of the site count only once they were open for as long as a person needs.
const READING_MS = 3_100;

interface Page {
  status: number;
  location: string;
  text: string;
}

export const readAWhile = () => new Promise((resolve) => setTimeout(resolve, READING_MS));

/** What residents and teams do, by https as from outside. */
export function askSite(site: string) {
  const ask = (path: string, form?: URLSearchParams, from = '127.0.0.1') =>
    new Promise<Page>((resolve, reject) => {
      const sent = request(
        {
          host: site,
          path,
          localAddress: from,
          // Caddy's own authority signs for the rehearsal.
          rejectUnauthorized: false,
          agent: false,
          method: form ? 'POST' : 'GET',
          headers: form
            ? { origin: `https://${site}`, 'content-type': 'application/x-www-form-urlencoded' }
            : {},
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (chunk) => {
            text += chunk;
          });
          response.once('error', reject);
          response.once('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              location: response.headers.location ?? '',
              text,
            }),
          );
        },
      );
      sent.once('error', reject);
      sent.end(form?.toString());
    });

  const openForm = async () => {
    const { text } = await ask('/refer/');
    const [formToken = ''] = readFields(text).formToken ?? [];
    if (!formToken) throw new Error('The form has no token.');
    await readAWhile();
    return formToken;
  };

  return {
    ask,
    /** Sends a made-up referral; resolves to its reference and the address of its status page. */
    async refer(formToken?: string) {
      const token = formToken ?? (await openForm());
      const sent = await ask('/refer/', aReferralForm({ formToken: token, step: 'send' }));
      if (sent.status !== 303) throw new Error(`A form was answered with ${sent.status}.`);
      const page = await ask(sent.location);
      const [reference] = /SP-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page.text) ?? [];
      if (!reference) throw new Error('The status page names no reference.');
      return { reference, statusPage: sent.location };
    },
    openForm,
    /** What /health says on the machine itself. */
    health: async () =>
      (await (await fetch('http://127.0.0.1:4321/health')).json()) as {
        status: string;
        [part: string]: unknown;
      },
  };
}
