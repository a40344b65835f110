import { expect, test } from 'vitest';
import { findUntranslatedLabels } from '../../../../src/directory/reading/untranslated-labels.ts';
import { loadContentFiles } from '../../../../src/platform/files/content-files.ts';

test('words of a list or situation that are English in another language are found with their line', () => {
  const text =
    '- slug: free\n  label:\n    en: Free of all charge for you\n    bn: Free\n    so: Free of all charge for you\n';
  expect(findUntranslatedLabels([{ path: 'lists/costs.yaml', text }])).toEqual([
    {
      file: 'lists/costs.yaml',
      line: 4,
      field: 'label.bn, number 1',
      message: "found 'Free', which is in English. Write it in বাংলা.",
    },
    expect.objectContaining({ line: 5, field: 'label.so, number 1' }),
  ]);
});

test('there are none in the content as it is', () => {
  expect(findUntranslatedLabels(loadContentFiles('content').files)).toEqual([]);
});
