import type browse from '../../content/locales/en/browse.json';
import type changes from '../../content/locales/en/changes.json';
import type crisis from '../../content/locales/en/crisis.json';
import type dates from '../../content/locales/en/dates.json';
import type handout from '../../content/locales/en/handout.json';
import type help from '../../content/locales/en/help.json';
import type home from '../../content/locales/en/home.json';
import type letters from '../../content/locales/en/letters.json';
import type listing from '../../content/locales/en/listing.json';
import type navigator from '../../content/locales/en/navigator.json';
import type openData from '../../content/locales/en/open-data.json';
import type pages from '../../content/locales/en/pages.json';
import type professionals from '../../content/locales/en/professionals.json';
import type progress from '../../content/locales/en/progress.json';
import type refer from '../../content/locales/en/refer.json';
import type reports from '../../content/locales/en/reports.json';
import type search from '../../content/locales/en/search.json';
import type sessions from '../../content/locales/en/sessions.json';
import type shortlist from '../../content/locales/en/shortlist.json';
import type site from '../../content/locales/en/site.json';
import type staff from '../../content/locales/en/staff.json';
import type steps from '../../content/locales/en/steps.json';

// Loaded once this runs, and not before: a server reads the words of its build, and says so first
// (platform/files/build-in-use.ts).
export const messages = {
  browse: await load<typeof browse>('browse'),
  changes: await load<typeof changes>('changes'),
  crisis: await load<typeof crisis>('crisis'),
  dates: await load<typeof dates>('dates'),
  help: await load<typeof help>('help'),
  home: await load<typeof home>('home'),
  listing: await load<typeof listing>('listing'),
  'open-data': await load<typeof openData>('open-data'),
  pages: await load<typeof pages>('pages'),
  search: await load<typeof search>('search'),
  site: await load<typeof site>('site'),
  letters: await load<typeof letters>('letters'),
  progress: await load<typeof progress>('progress'),
  refer: await load<typeof refer>('refer'),
  reports: await load<typeof reports>('reports'),
  staff: await load<typeof staff>('staff'),
  steps: await load<typeof steps>('steps'),
  sessions: await load<typeof sessions>('sessions'),
  shortlist: await load<typeof shortlist>('shortlist'),
  navigator: await load<typeof navigator>('navigator'),
  handout: await load<typeof handout>('handout'),
  professionals: await load<typeof professionals>('professionals'),
};

async function load<Words>(namespace: string): Promise<Words> {
  const file = await import(`../../content/locales/en/${namespace}.json`, {
    with: { type: 'json' },
  });
  return file.default;
}
