/**
 * Covers scripts/note-changes.ts, src/directory/reading/merge-histories.ts and
 * src/directory/reading/conflict-marks.ts, with real merges by git.
 */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { splitSides } from '../../../src/directory/reading/conflict-marks.ts';
import { mergeHistories } from '../../../src/directory/reading/merge-histories.ts';
import { noteChanges } from '../../../src/directory/reading/note-changes.ts';
import { aContentRepository } from '../../support/directory/a-content-repository.ts';
import { aListing } from '../../support/directory/a-listing.ts';
import { listingFields, problemsOf } from '../../support/directory/content.ts';

const club = 'organisations/bow-lunch-club.yaml';
const phone = '020 7000 0001';
const changesOf = (text: string, slug: string): string[] =>
  parse(text)
    [slug].changes?.flatMap((each: { facts: string[] }) => each.facts)
    .toSorted();

/** Two people at one listing: one gave it a phone, the other a cost, and each noted it. */
function aMergeOfTwo(diff = 'merge') {
  const site = aContentRepository({ [club]: listingFields({ hours: 'Mondays' }) });
  site.note();
  site.commit('Begin');
  site.git('switch', '--create', 'other');
  site.write(club, listingFields({ hours: 'Tuesdays' }));
  site.write('organisations/tea.yaml', listingFields({ name: 'Tea' }));
  site.note();
  site.commit('Change the hours');
  site.git('switch', 'main');
  site.write(club, listingFields({ hours: 'Mondays', phone }));
  site.write('organisations/yoga.yaml', listingFields({ name: 'Yoga' }));
  site.note();
  site.commit('Add a phone');
  const { output } = site.git('-c', `merge.conflictStyle=${diff}`, 'merge', 'other');
  expect(output).toContain('CONFLICT (content): Merge conflict in content/histories.yaml');
  site.write(club, listingFields({ hours: 'Tuesdays', phone }));
  return site;
}

describe('after a merge by git in which both sides changed the histories', () => {
  test.each(['merge', 'diff3', 'zdiff3'])(
    'the command makes one of the sides while the marks of %s are in the file',
    (style) => {
      const site = aMergeOfTwo(style);

      const { status, output } = site.note();

      expect(output).toContain('Both sides of histories.yaml are one again.');
      expect(status).toBe(0);
      const text = site.read('histories.yaml');
      expect(Object.keys(parse(text))).toEqual(['_begun', 'bow-lunch-club', 'tea', 'yoga']);
      expect(changesOf(text, 'bow-lunch-club')).toEqual(['hours', 'phone']);
      expect(site.note().output).toBe('Nothing has changed since the last note.\n');
    },
  );

  test('or once an editor has taken the marks out and kept both sides', () => {
    const site = aMergeOfTwo();
    const kept = site.read('histories.yaml').replace(/^(<{7}|={7}|>{7}).*\n/gm, '');
    site.write('histories.yaml', kept);

    expect(site.note().status).toBe(0);

    const text = site.read('histories.yaml');
    expect(changesOf(text, 'bow-lunch-club')).toEqual(['hours', 'phone']);
    expect(Object.keys(parse(text))).toEqual(['_begun', 'bow-lunch-club', 'tea', 'yoga']);
  });

  test('a listing that is still in conflict is told of first, and nothing is written', () => {
    const site = aMergeOfTwo();
    site.write(club, `<<<<<<< HEAD\nname: A\n=======\nname: B\n>>>>>>> other\n`);
    const before = site.read('histories.yaml');

    const { status, output } = site.note();

    expect(status).toBe(1);
    expect(output).toContain('Nothing is written.');
    expect(output).toContain('content/organisations/bow-lunch-club.yaml, line 1: ');
    expect(site.read('histories.yaml')).toBe(before);
  });

  test('the content check names the command', () => {
    const text = aMergeOfTwo().read('histories.yaml');
    const kept = splitSides(text).join('\n');
    for (const both of [text, kept]) {
      expect(problemsOf({ 'histories.yaml': both })).toEqual([
        'histories.yaml: two people have changed this file, and it holds both sides. Leave both in it, put the other files right, and run npm run content:note: it makes one of them.',
      ]);
    }
  });
});

describe('two sides of a history', () => {
  const side = (now: string, more = '') => `club: { now: "${now}"${more} }\n`;
  const gone = ', gone: "2026-05-01"';
  const merged = (text: string, ...listings: Parameters<typeof mergeHistories>[1]) => {
    const merge = mergeHistories(text, listings);
    return merge.ok ? Object.fromEntries(merge.histories) : merge;
  };

  test('a fact that is as neither side has it is found changed', () => {
    const texts = side('phone:00000001') + side('phone:00000002');
    const merge = mergeHistories(texts, [aListing('club', { phone })]);
    expect(merge.ok && merge.histories.get('club')?.now.get('phone')).toBe('00000001');
  });

  test('a listing that one side took out is gone, unless it is there', () => {
    const texts = side('phone:00000001', gone) + side('phone:00000001');
    expect(merged(texts)).toMatchObject({ club: { gone: '2026-05-01' } });
    expect(merged(texts, aListing('club'))).not.toHaveProperty('club.gone');
  });

  test('tell since the day on which the earlier one began, and of each listing likewise', () => {
    const early = `_begun: "2026-05-02"\n${side('phone:00000001', ', since: "2026-06-03"')}`;
    const late = `_begun: "2026-05-04"\n${side('phone:00000001', ', since: "2026-06-05"')}`;

    expect(mergeHistories(late + early, [])).toMatchObject({ begun: '2026-05-02' });
    expect(merged(late + early)).toMatchObject({ club: { since: '2026-06-03' } });
  });

  test('of words keep those that the listing has, and the later day', () => {
    const words = noteChanges([aListing('club')], new Map(), '2026-05-01').get('club')?.words?.hash;
    const one = side('phone:00000001', ', words: "00000001 2026-05-04"');
    const other = side('phone:00000001', `, words: "${words} 2026-05-02"`);

    expect(merged(one + other, aListing('club'))).toMatchObject({
      club: { words: { hash: words, changed: '2026-05-04' } },
    });
    expect(merged(one + side('phone:00000001'))).toMatchObject({
      club: { words: { hash: '00000001' } },
    });
  });

  test('a line that the command does not write is named, and nothing is guessed', () => {
    expect(merged(`${side('phone:00000001')}Hello\n${side('phone:00000002')}`)).toEqual({
      ok: false,
      line: 2,
      message: expect.stringContaining("found 'Hello', which npm run content:note does not write."),
    });
  });
});

describe('a file under another name', () => {
  test('is told of as such, with what to do, and written nowhere', () => {
    const fields = listingFields({ phone, website: 'https://example.org' });
    const site = aContentRepository({ [club]: fields });
    site.note();
    const before = site.read('histories.yaml');
    site.remove(club);
    site.write('organisations/bow-lunch.yaml', listingFields({ ...fields, name: 'Bow Lunch' }));

    const { status, output } = site.note();

    expect(status).toBe(1);
    expect(output).toContain('bow-lunch.yaml seems to be bow-lunch-club.yaml under another file');
    expect(output).toContain('Rename the file back to bow-lunch-club.yaml');
    expect(site.read('histories.yaml')).toBe(before);
    expect(site.note('--not-renamed')).toMatchObject({ status: 0 });
    expect(site.note().output).toBe('Nothing has changed since the last note.\n');
  });

  test('is none where another listing is added as one is taken out', () => {
    const site = aContentRepository({ [club]: listingFields({ phone }) });
    site.note();
    site.remove(club);
    site.write('organisations/tea.yaml', listingFields({ name: 'Tea', phone: '020 7000 0002' }));

    expect(site.note().output).toContain('bow-lunch-club: no longer in the directory');
  });
});

describe('a fact that is only said in another way', () => {
  test('is noted without a change for the listings that the editor names', () => {
    const site = aContentRepository({ [club]: listingFields({ hours: 'Mondays' }) });
    site.note();
    site.write(club, listingFields({ hours: 'On Mondays' }));

    expect(site.note('--same=bow-launch')).toMatchObject({
      status: 1,
      output: expect.stringContaining("--same names 'bow-launch', which is no listing."),
    });
    expect(site.note('--same=bow-lunch-club').output).toContain(
      'bow-lunch-club: the same, said in another way',
    );
    expect(parse(site.read('histories.yaml'))['bow-lunch-club'].changes).toBeUndefined();
    expect(site.note().output).toBe('Nothing has changed since the last note.\n');
  });
});
