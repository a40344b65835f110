import type { IncomingHttpHeaders } from 'node:http';
import { request } from 'node:https';
import { PRODUCTION_URL } from './a-production-site.ts';

const { host: HOST } = new URL(PRODUCTION_URL);

export interface Told {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
}

/** One request to a proxy of ours under the site's name, from an address of this machine. */
export function askProxy(
  proxy: { origin: string; ca: string },
  path: string,
  {
    from = '127.0.0.1',
    headers = {},
    form,
  }: { from?: string; headers?: Record<string, string>; form?: string } = {},
): Promise<Told> {
  return new Promise((resolve, reject) => {
    const sent = request(
      proxy.origin + path,
      {
        agent: false,
        ca: proxy.ca,
        servername: HOST,
        localAddress: from,
        method: form === undefined ? 'GET' : 'POST',
        headers: { host: HOST, ...headers },
      },
      (response) => {
        let text = '';
        response.setEncoding('latin1').on('data', (chunk) => {
          text += chunk;
        });
        response.once('error', reject);
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
        );
      },
    );
    sent.once('error', reject);
    sent.end(form);
  });
}
