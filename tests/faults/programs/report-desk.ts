/** Takes reports: POST /<form token> with a report; GET / for what is reported of listings. */
import type { Report } from '../../../src/reports/report-model.ts';
import { openStore, reportDependencies } from '../../../src/wiring.ts';
import { serveBare } from './bare-port.ts';

// Refuses to start as the server does.
const store = await openStore();

serveBare({
  says: 'Reports go to',
  answer: (token, sent) =>
    sent
      ? reportDependencies().accept(sent as Report, token, 'en')
      : store.listReportedFacts({ limit: 100_000 }),
  close: store.close,
});
