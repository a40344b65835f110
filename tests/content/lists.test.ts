import { describe, expect, test } from 'vitest';
import type { Label } from '../../src/directory/lists.ts';
import { formatProblem } from '../../src/directory/reading/content-problem.ts';
import { parseDirectory } from '../../src/directory/reading/parse-directory.ts';
import { locales } from '../../src/i18n/locale.ts';
import { today } from '../../src/platform/clock.ts';
import { loadContentFiles } from '../../src/platform/files/content-files.ts';

const parsed = parseDirectory(loadContentFiles('content'), today());
if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
const { lists, site } = parsed.directory;

describe('needs', () => {
  test('are 35, in 9 groups', () => {
    expect(lists.needs).toHaveLength(35);
    expect(lists.needGroups).toHaveLength(9);
  });

  test.each(locales)('no label in %s names two needs or groups', (locale) => {
    const labels = [...lists.needs, ...lists.needGroups].map(({ label }) => label[locale]);
    expect(labels.filter((label, index) => labels.indexOf(label) !== index)).toEqual([]);
  });

  test.each(locales)('their sentences in %s are one sentence each', (locale) => {
    const odd = lists.needs.filter(({ intro }) => !/^[^.।]+[.।]$/.test(intro[locale]));
    expect(odd.map(({ slug, intro }) => `${slug}: ${intro[locale]}`)).toEqual([]);
  });
});

describe('Bengali', () => {
  const labels: Label[] = [
    ...lists.needs,
    ...lists.needGroups,
    ...lists.audiences,
    ...lists.access,
    ...lists.costs,
    ...lists.areas,
    ...lists.languages,
    ...lists.kinds,
  ].map(({ label }) => label);

  test('labels are in Bengali script', () => {
    expect(labels.filter(({ bn }) => !/[\u0980-\u09ff]/.test(bn))).toEqual([]);
  });

  test('text is in composed letters, as people type it', () => {
    const all = JSON.stringify([labels, lists.needs, site]);
    expect(all.normalize('NFC')).toBe(all);
  });
});

describe('crisis lines', () => {
  test('begin with 999 for every kind of danger', () => {
    for (const danger of ['suicide', 'danger', 'emergency'] as const) {
      const [first] = site.crisisLines.filter((line) => line.for.includes(danger));
      expect(first?.phone).toBe('999');
    }
  });

  test('are open to someone who thinks of suicide: 111, option 2, and Samaritans', () => {
    const dials = site.crisisLines.filter(({ for: dangers }) => dangers.includes('suicide'));
    expect(dials.map(({ dial }) => dial)).toEqual(expect.arrayContaining(['111', '116123']));
  });
});
