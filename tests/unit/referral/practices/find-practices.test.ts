/** Covers src/referral/practices/match-practice.ts. */
import { describe, expect, test } from 'vitest';
import { formatProblem } from '../../../../src/directory/reading/content-problem.ts';
import { parseDirectory } from '../../../../src/directory/reading/parse-directory.ts';
import { today } from '../../../../src/platform/clock.ts';
import { loadContentFiles } from '../../../../src/platform/files/content-files.ts';
import {
  findNearestPractices,
  findPractices,
} from '../../../../src/referral/practices/find-practices.ts';

const parsed = parseDirectory(loadContentFiles('content'), today());
if (!parsed.ok) throw new Error(parsed.problems.map(formatProblem).join('\n'));
const { practices, places } = parsed.directory;
const find = (typed: string) => findPractices(typed, practices, places);
const names = (typed: string) => find(typed).practices.map(({ practice }) => practice.name);

describe('every practice', () => {
  const known = practices.flatMap((practice) =>
    [practice.name, ...practice.otherNames, ...practice.branchSites.map(({ name }) => name)].map(
      (name) => [name, practice.name] as const,
    ),
  );

  test.each(known)('is found first by %s', (typed, name) => {
    expect(names(typed)[0]).toBe(name);
    expect(names(typed.toLowerCase().replaceAll("'", ''))[0]).toBe(name);
  });

  test.each(practices.map(({ address, postcode, name }) => [address, postcode, name]))(
    'is found at %s, %s',
    (address, postcode, name) => {
      expect(names(address)).toContain(name);
      expect(names(postcode).slice(0, 2)).toContain(name);
    },
  );

  test('is offered, by name and without regard to "The", when nothing is typed', () => {
    expect(find(' ').kind).toBe('all');
    expect(names('')).toHaveLength(practices.length);
    expect(names('').slice(0, 3)).toEqual([
      'Aberfeldy Practice',
      'Albion Health Centre',
      'The Barkantine Practice',
    ]);
  });
});

describe('a name', () => {
  test('that two practices go by brings both, the one registered under it first', () => {
    expect(names('Spitalfields')).toEqual(['The Spitalfields Practice', 'Health E1']);
    expect(find('Spitalfields').practices[1]?.knownAs).toBe(
      'Spitalfields Medical Centre - Health E1',
    );
    expect(names('island')).toEqual(['Island Health', 'Roserton Street Surgery']);
  });

  test('of old leads to the practice of today, and says which name it was', () => {
    const [first] = find('Devons Road Surgery').practices;
    expect(first).toMatchObject({
      practice: { name: 'St Andrews Health Centre' },
      knownAs: 'Devons Road Surgery',
    });
  });

  test.each([
    ['st andrews', 'St Andrews Health Centre'],
    ['Saint Andrew’s', 'St Andrews Health Centre'],
    ['st.andrews', 'St Andrews Health Centre'],
    ['wood wharf', 'Roserton Street Surgery'],
    ['spitalfields doctors surgery', 'The Spitalfields Practice'],
    ['chrisp st', 'The Chrisp Street Health Centre'],
    ['white chapel health', "Goodman's Field Health Centre"],
    ['goodmansfield', "Goodman's Field Health Centre"],
    ['gills street', 'The Limehouse Practice'],
    ['xx', 'XX Place Health Centre'],
  ])('%s is understood', (typed, name) => {
    expect(names(typed)[0]).toBe(name);
  });

  test.each([
    ['Spittlefields', 'The Spitalfields Practice'],
    ['blitheale', 'The Blithehale Medical Centre'],
    ['barkintine', 'The Barkantine Practice'],
    ['abrefeldy', 'Aberfeldy Practice'],
    ['limhouse', 'The Limehouse Practice'],
    ['Katerines dock', "St Katherine's Dock Practice"],
  ])('with slips in it, %s, is understood', (typed, name) => {
    expect(names(typed)[0]).toBe(name);
  });

  test('is found while it is typed', () => {
    expect(names('whi')).toContain("Goodman's Field Health Centre");
    expect(names('albion h')[0]).toBe('Albion Health Centre');
  });

  test('is not found within another word', () => {
    expect(names('spital')).toEqual(['The Spitalfields Practice', 'Health E1']);
  });

  test('of words that most names have brings those that have them all', () => {
    expect(names('medical centre')).toContain('Docklands Medical Centre');
    expect(names('medical centre')).not.toContain('Aberfeldy Practice');
  });
});

describe('a street', () => {
  test('brings the practice there, with its number or without', () => {
    expect(names('333 Whitechapel Road')).toEqual(['Albion Health Centre']);
    expect(names('old montague')).toEqual(['The Spitalfields Practice']);
    expect(names('harbord sq')).toEqual(['Roserton Street Surgery']);
  });

  test('with another number brings nothing', () => {
    expect(find('334 Whitechapel Road')).toEqual({ kind: 'none', practices: [] });
  });
});

describe('a postcode', () => {
  test('brings every practice, nearest first', () => {
    const found = find('E1 4AA');
    const metres = found.practices.map((each) => each.metres);
    expect(found).toMatchObject({ kind: 'near', postcode: 'E1 4AA', exactly: true });
    expect(found.practices).toHaveLength(practices.length);
    expect(metres).toEqual(metres.toSorted((a = 0, b = 0) => a - b));
    expect(metres[0]).toBeLessThan(1500);
  });

  test('is read however it is written', () => {
    for (const typed of ['e14aa', 'E1  4AA', 'e১ ৪aa', ' E1-4AA ', 'I live at E1 4AA', 'el 4aa']) {
      expect(find(typed)).toMatchObject({ kind: 'near', postcode: 'E1 4AA' });
    }
  });

  test('near a second site of a practice names that site', () => {
    expect(find('E14 9QH').practices[0]).toMatchObject({
      practice: { name: 'Roserton Street Surgery' },
      knownAs: 'Wood Wharf Health Centre',
      metres: 0,
    });
  });

  test('of which only the beginning is known brings practices there first, without distances', () => {
    const found = find('e14');
    const districts = found.practices.map(({ practice }) => practice.postcode.split(' ')[0]);
    expect(found).toMatchObject({ kind: 'near', postcode: 'E14', exactly: false });
    expect(districts.lastIndexOf('E14')).toBe(
      districts.filter((each) => each === 'E14').length - 1,
    );
    expect(found.practices[0]?.metres).toBeUndefined();
    expect(
      find('E14 3')
        .practices.slice(0, 2)
        .map(({ practice }) => practice.postcode),
    ).toEqual(expect.arrayContaining(['E14 3PG', 'E14 3BQ']));
    expect(find('E1 4').practices[0]?.practice.postcode).toMatch(/^E1 4/);
    expect(find('E1 4')).toMatchObject({ kind: 'near', postcode: 'E1 4' });
  });

  test('that is new to us but in one of our districts is taken as the district', () => {
    expect(find('E14 9ZZ')).toMatchObject({ kind: 'near', postcode: 'E14 9ZZ', exactly: false });
  });

  test('of elsewhere is said to be so', () => {
    expect(find('SW1A 1AA')).toEqual({ kind: 'outside', postcode: 'SW1A 1AA', practices: [] });
    expect(find('N7')).toMatchObject({ kind: 'outside' });
  });
});

test('the nearest practices to a postcode are told only where it is one of ours', () => {
  const nearest = (postcode: string | undefined) =>
    findNearestPractices(postcode, practices, places).map(({ name }) => name);

  expect(nearest('E14 9QH')).toHaveLength(3);
  expect(nearest('E14 9QH')[0]).toBe('Roserton Street Surgery');
  for (const unknown of ['SW1A 1AA', 'E14 9ZZ', undefined]) expect(nearest(unknown)).toEqual([]);
});

describe('what names no practice', () => {
  test('brings nothing rather than something unlike it', () => {
    for (const typed of ['zzzz', 'dentist', 'hospital of nowhere', '-', '!!!']) {
      expect(names(typed)).toEqual([]);
    }
  });

  test('and is in another script is told apart, as the names are in English', () => {
    for (const typed of ['স্পিটালফিল্ডস', 'عيادة', '诊所']) {
      expect(find(typed)).toEqual({ kind: 'other-script', practices: [] });
    }
    expect(find('مرحبا E14').kind).toBe('none');
  });
});
