import type { WebsiteResult } from './check-websites.ts';
import type { Verdict } from './judge-website.ts';

const sections: readonly [Verdict, string][] = [
  ['dead', 'Dead: take the website out, or find the new one'],
  ['parked', 'Parked: the name is no longer theirs. Take it out'],
  ['moved', 'Moved for good: look at the new address, and write it if it is theirs'],
  ['certificate', 'With a certificate that browsers warn of: tell the organisation'],
  ['unclear', 'Not clear: they are asked again the next time'],
];

/** For an editor: what to do about which website of which listing, and how many work. */
export function formatWebsites(results: readonly WebsiteResult[]): string {
  const told = sections.flatMap(([verdict, title]) => {
    const found = results.filter((result) => result.verdict === verdict);
    if (found.length === 0) return [];
    return [
      `${title} (${found.length}):`,
      ...found.flatMap(({ website, listings, detail }) => [
        `  ${website}: ${detail}`,
        `    ${listings.join(', ')}`,
      ]),
      '',
    ];
  });
  const working = results.filter(({ verdict }) => verdict === 'works').length;
  return [...told, `${results.length} websites: ${working} work.`].join('\n');
}
