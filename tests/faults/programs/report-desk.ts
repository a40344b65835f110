/**
 * Takes reports: the real modules behind a bare HTTP port, without the pages, so that it starts in a fraction
 * of a second. POST /<form token> with a report as JSON; GET / for what is reported of listings.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Report } from '../../../src/reports/report-model.ts';
import { openStore, reportDependencies } from '../../../src/wiring.ts';

// Refuses to start as the server does.
const store = await openStore();

const server = createServer(async (request, response) => {
  const token = (request.url ?? '/').slice(1);
  try {
    if (request.method === 'POST') {
      const report = JSON.parse(await readAll(request)) as Report;
      response.end(JSON.stringify(await reportDependencies().accept(report, token, 'en')));
    } else {
      response.end(JSON.stringify(await store.listReportedFacts({ limit: 100_000 })));
    }
  } catch (fault) {
    response.statusCode = 500;
    response.end(JSON.stringify({ kind: fault instanceof Error ? fault.name : 'fault' }));
  }
});

process.once('SIGTERM', () => {
  server.close(async () => {
    await store.close();
    process.exit(0);
  });
});

server.listen(0, '127.0.0.1', () => {
  console.log(`Reports go to http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

async function readAll(request: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
