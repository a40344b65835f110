import { expect, test } from 'vitest';
import { createPageNotes, fillMark } from '../../../../src/platform/http/page-notes.ts';

const mark = '<!--here-->';
const page = {
  status: 200,
  headers: { 'content-type': 'text/html; charset=utf-8', etag: 'W/"5-a"' },
  body: Buffer.from(`<p>বাংলা</p>${mark}<p>$&</p>`),
  page: true as const,
};

test('a note stands at the mark, and the page has another tag for as long as it is there', () => {
  const filled = fillMark(page, { mark, note: '<b>$1</b>' });

  expect(filled?.body).toBe('<p>বাংলা</p><b>$1</b><p>$&</p>');
  expect(filled?.headers.etag).toMatch(/^W\/"5-a-[0-9a-f]{12}"$/);
  expect(fillMark(page, { mark, note: '<b>$1</b>' })?.headers).toEqual(filled?.headers);
  expect(fillMark(page, { mark, note: 'other' })?.headers).not.toEqual(filled?.headers);
  expect(filled?.page).toBe(true);
});

test('a page without the mark is served as it is', () => {
  expect(fillMark({ ...page, body: 'nothing' }, { mark, note: 'x' })).toBeUndefined();
});

test('notes are asked for again and again, and kept while nobody can tell', async () => {
  const answers: (() => Promise<Map<string, string> | undefined>)[] = [
    async () => new Map([['/a/', 'one']]),
    async () => undefined,
    async () => Promise.reject(new Error('away')),
    async () => new Map(),
  ];
  const seen: (string | undefined)[] = [];
  const notes = createPageNotes({
    everyMs: 7,
    async ask() {
      return answers.shift()?.();
    },
    async wait(ms) {
      expect(ms).toBe(7);
      seen.push(notes.find('/a/'));
      if (seen.length === 5) notes.stop();
    },
  });
  await notes.run();

  expect(seen).toEqual([undefined, 'one', 'one', 'one', undefined]);
});
