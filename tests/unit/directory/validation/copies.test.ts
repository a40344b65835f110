import { describe, expect, test } from 'vitest';
import { listingFields, problemsOf } from '../../../support/directory/content.ts';

const contacts = {
  phone: '020 7000 0009',
  email: 'info@tea.example',
  website: 'https://www.tea.example/',
};
const tea = listingFields({ name: 'Tea', ...contacts });
const cake = listingFields({ name: 'Cake', ...contacts, website: 'https://tea.example' });
const folder = (a: Record<string, unknown>, b: Record<string, unknown>, more = {}) => ({
  'organisations/cake.yaml': a,
  'organisations/tea.yaml': b,
  ...more,
});

describe('a listing with the contacts of another under another name', () => {
  test('is told of with every way out', () => {
    expect(problemsOf(folder(cake, tea))).toEqual([
      'organisations/tea.yaml, name: this listing has the phone, e-mail and website of content/organisations/cake.yaml. If it is the same service under another name, keep one. If one belongs to the other, or both to a third, write it as partOf. If somebody answers for both, write who into contactsOf, the same in both files.',
    ]);
  });

  test('counts an address with its postcode as one', () => {
    const place = { address: '1 Bow Road', postcode: 'E3 5AB', email: undefined };
    expect(problemsOf(folder({ ...cake, ...place }, { ...tea, ...place }))).toHaveLength(1);
    const others = { ...place, address: '2 Bow Road' };
    expect(problemsOf(folder({ ...cake, ...place }, { ...tea, ...others }))).toEqual([]);
  });

  test.each([
    ['two of them are the same', { ...cake, phone: '020 7000 0008' }, tea],
    ['one is part of the other', { ...cake, partOf: 'tea' }, tea],
    ['one has closed, and the other follows it', { ...cake, status: 'closed' }, tea],
    ['somebody answers for both', { ...cake, contactsOf: 'A' }, { ...tea, contactsOf: 'A' }],
  ])('is none where %s', (_what, a, b) => {
    expect(problemsOf(folder(a, b))).toEqual([]);
  });

  test('is none where both are parts of a third', () => {
    const third = { 'organisations/third.yaml': listingFields({ name: 'Third' }) };
    const part = { partOf: 'third' };
    expect(problemsOf(folder({ ...cake, ...part }, { ...tea, ...part }, third))).toEqual([]);
  });

  test('is one where each names another who answers', () => {
    const problems = problemsOf(folder({ ...cake, contactsOf: 'A' }, { ...tea, contactsOf: 'B' }));
    expect(problems).toHaveLength(1);
  });
});

test('a description word for word as another is a copy that is not finished', () => {
  const copied = { ...cake, phone: undefined, email: undefined };
  expect(problemsOf(folder({ ...copied, description: tea.description }, tea))).toEqual([
    expect.stringContaining(
      'organisations/tea.yaml, description: is word for word what content/organisations/cake.yaml says.',
    ),
  ]);
});

test('an exact copy is told of the newer file, whichever name comes first', () => {
  const histories = 'tea: { now: "status:92d86cbc" }\nbow-lunch-club: { now: "status:92d86cbc" }\n';
  expect(problemsOf(folder(tea, tea, { 'histories.yaml': histories }))).toEqual([
    "organisations/cake.yaml, name: 'Tea' is there already: content/organisations/tea.yaml has that name or other name. Keep one file, or give them names that tell them apart.",
  ]);
});
