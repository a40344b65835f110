import { expect, onTestFinished, test } from 'vitest';
import { aWorkingCopy } from '../support/machine/a-working-copy.ts';

const FOODBANK = 'content/organisations/bow-foodbank.yaml';
const WORDS = 'search-index/everyday/food.yaml';
// To end what hangs: the first page of a busy machine may take a minute.
const SOON = { timeout: 240_000, interval: 500 };

test.skipIf(process.platform === 'win32')(
  'npm run dev shows what is edited and added in content/ and search-index/, after a mistake too',
  async () => {
    const copy = aWorkingCopy();
    onTestFinished(copy.discard);
    const get = await copy.startDev();
    const listing = copy.read(FOODBANK);
    const page = () => get('/organisations/bow-foodbank/');
    const added = () => get('/organisations/a-new-pantry/');
    const search = () => get('/search/?q=flibbertigibbet');
    await expect.poll(page, SOON).toContain('Free food and basics');
    await expect.poll(added, SOON).toContain('Page not found');
    await expect.poll(search, SOON).not.toContain('Bow Foodbank');

    copy.write(FOODBANK, listing.replace('Free food and basics', 'Rice and basics'));
    await expect.poll(page, SOON).toContain('Rice and basics');

    copy.write(
      'content/organisations/a-new-pantry.yaml',
      listing
        .replace('Bow Foodbank', 'A Pantry')
        .replace('You can turn up', 'Anyone can come')
        .replaceAll('bowfoodbank.org', 'pantry.example'),
    );
    await expect.poll(added, SOON).toContain('A Pantry');

    copy.write(WORDS, copy.read(WORDS).replace('\n  - ', '\n  - flibbertigibbet\n  - '));
    await expect.poll(search, SOON).toContain('Bow Foodbank');

    copy.write(FOODBANK, listing.replace('kind: charity', 'kind: nonsense'));
    await expect.poll(page, SOON).toContain('<title>Error</title>');

    copy.write(FOODBANK, listing);
    await expect.poll(page, SOON).toContain('Free food and basics');
  },
  900_000,
);
