import { describe, expect, test } from 'vitest';
import type { Answers } from '../../../../src/referral/form/answers.ts';
import { renderReferralLetter } from '../../../../src/referral/letters/referral-letter.ts';
import { practices } from '../../../support/referral/a-routing.ts';
import { letterFacts, someAnswers } from '../../../support/referral/some-answers.ts';

describe('the letter to a team', () => {
  test('has nothing in its subject but our words and the reference', () => {
    expect(renderReferralLetter(letterFacts()).subject).toBe('New self-referral SP-7K3M-9QXT');
  });

  test('begins with the practice, then how to reach the person safely, then the language', () => {
    const text = render();

    expect(text.split('\n')[0]).toBe('  GP practice: Bow Practice (ODS code F84001)');
    expect(inOrder(text)).toEqual([
      'HOW TO REACH THEM SAFELY',
      'LANGUAGE AND ACCESS',
      'WHAT THEY WOULD LIKE HELP WITH',
      'WHO THEY ARE',
      'PLEASE CONFIRM THAT YOU HAVE IT',
      'IF THIS IS NOT YOUR PRACTICE',
      'ABOUT THIS LETTER',
    ]);
  });

  test('tells everything that the person answered', () => {
    const helper = { name: 'Test Helper', relationship: 'neighbour', contact: '07700 900123' };
    const text = render({
      helper,
      livesInBorough: 'not-sure',
      homePostcode: 'E1 4AA',
      adult: { name: 'Test Parent', contact: '07700 900456' },
      language: 'another',
      otherLanguage: 'Tigrinya',
    });

    // A row for each field of Answers: a new one must be shown or left out on purpose.
    const shown: Record<Exclude<keyof Answers, 'emailCopy'>, string> = {
      helper:
        '  Name: Test Helper\n  Who they are to the person: neighbour\n  How to reach them: 07700 900123',
      practice: 'Bow Practice (ODS code F84001)',
      livesInBorough: 'Lives in the borough: not sure',
      homePostcode: '  Postcode: E1 4AA\n',
      needs: '  - Food and meals\n  - Loneliness',
      summary: '  > I live alone since the spring.\n  > I would like to meet people.',
      fullName: 'Name: Test Person One',
      dateOfBirth: 'Date of birth: 27 March 1980 (age 46)',
      phone: 'Phone: 020 7946 0101',
      email: 'E-mail: test.person.one@home.example',
      contactBy: 'Contact them by: phone call, text message',
      voicemail: 'Voicemail: NO, do not leave a message',
      bestTime: 'Best time: After 2 in the afternoon',
      safetyNote: '> My sister may answer. Please ask for Tess.',
      adult: '  Parent or carer: Test Parent\n  How to reach the parent or carer: 07700 900456',
      language: 'Language: another: Tigrinya',
      otherLanguage: 'Tigrinya',
      interpreter: 'Interpreter: yes, please arrange one',
      accessNeeds: '> I cannot climb stairs.',
    };
    expect(Object.keys(shown).toSorted()).toEqual(
      Object.keys(someAnswers())
        .filter((key) => key !== 'emailCopy')
        .toSorted(),
    );
    expect(Object.values(shown).filter((words) => !text.includes(words))).toEqual([]);
  });

  test('says "not given" for what was left out', () => {
    const text = render({
      phone: undefined,
      bestTime: '',
      safetyNote: '',
      summary: ' \n',
      accessNeeds: '',
      language: '',
      interpreter: undefined,
    });

    expect(text.match(/not given/g)).toHaveLength(7);
  });

  test.each([
    ['yes', 'yes, you may leave a message'],
    ['no', 'NO, do not leave a message'],
    [undefined, 'not answered, so do not leave a message'],
  ] as const)('on voicemail (%s) says: %s', (voicemail, words) => {
    expect(render({ voicemail })).toContain(`Voicemail: ${words}\n`);
  });

  test('tells early, after what keeps the person safe, that somebody else asks', () => {
    const helper = { name: 'Test Helper', relationship: 'son', contact: '07700 900123' };

    expect(inOrder(render({ helper })).slice(0, 3)).toEqual([
      'HOW TO REACH THEM SAFELY',
      'SOMEONE ELSE ASKS FOR THEM',
      'LANGUAGE AND ACCESS',
    ]);
  });

  test('names the parent or carer of a child next to whoever asks', () => {
    const helper = { name: 'Test Helper', relationship: 'aunt', contact: '07700 900123' };
    const text = render({ helper, adult: 'helper' });

    expect(inOrder(text).slice(1, 4)).toEqual([
      'SOMEONE ELSE ASKS FOR THEM',
      'THEIR PARENT OR CARER',
      'LANGUAGE AND ACCESS',
    ]);
    expect(text.replaceAll('\n', ' ')).toContain('says that they are the parent or carer.');
    expect(render({ helper })).not.toContain('PARENT OR CARER');
  });

  test.each([
    ['en', 'My sister may answer.', 'English', undefined],
    ['en', 'আমার বোন ফোন ধরতে পারে।', 'English', 'These words are not in English. Have them'],
    ['bn', 'আমার বোন ফোন ধরতে পারে।', 'Bengali', 'These words are not in English. Have them'],
    ['bn', 'My sister may answer.', 'Bengali', 'These words may not be in English'],
    ['so', 'Walaashay ayaa qaban karta.', 'Somali', 'These words may not be in English'],
  ] as const)(
    'written on a page in %s: "%s": tells the language, and to have words read first',
    (locale, safetyNote, name, warning) => {
      const typed = { safetyNote, accessNeeds: '', summary: '' };
      const { text } = renderReferralLetter({ ...letterFacts(typed), locale });
      const label = 'Who might answer, what to be careful about, the name to use:';

      expect(text).toContain(`\n  Language of the page they wrote on: ${name}\n`);
      expect(text.match(/These words .*/g)?.length ?? 0).toBe(warning ? 1 : 0);
      const before = text.slice(0, text.indexOf(label));
      expect(before.slice(before.lastIndexOf('Best time'))).toContain(warning ?? 'Best time');
    },
  );

  test('keeps its rows in a mail program that joins lines which are not indented', () => {
    const helper = { name: 'Test Helper', relationship: 'son', contact: '07700 900123' };
    const text = render({ helper, summary: `${'word '.repeat(40)}\nand a second line` });
    const seen = joinedAsOutlookDoes(text).split('\n');

    expect(seen.length).toBeLessThan(text.split('\n').length);
    // Rows, quotations and headings; what is joined is sentences.
    const rows = text.split('\n').filter((line) => /^ *> |^ *- |: |^[A-Z ]+$|^-+$/.test(line));
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter((row) => !seen.includes(row))).toEqual([]);
  });

  test('says who asks, or that the person asks alone', () => {
    expect(render()).toContain('They asked for themselves.');
    expect(
      render({ helper: { name: 'Test Helper', relationship: 'son', contact: 'x' } }),
    ).toContain('says that the person gave permission');
  });

  test('names the language, also where it is not of our list or was not named', () => {
    expect(render()).toContain('\n  Language: Bengali\n');
    expect(render({ language: 'another' })).toContain(
      '\n  Language: another, which they did not name\n',
    );
  });

  test('asks to find out the practice where the person is not sure', () => {
    expect(render({ practice: 'not-sure' })).toMatch(/^GP practice: they are not sure/);
  });

  test('has the postcode below, and the practices that are nearest to it', () => {
    const answers = { practice: 'not-sure', homePostcode: 'E1 4AA' };
    const [one, two] = practices;
    const nearestPractices = one && two ? [one, two] : [];
    const { text } = renderReferralLetter({ ...letterFacts(answers), nearestPractices });

    expect(text.split('\n\n')[1]).toBe(
      [
        '  Postcode given, to find the practice: E1 4AA',
        '  Nearest practices, as the crow flies:',
        '  - Bow Practice (ODS code F84001)',
        '  - Roman Road Surgery (ODS code F84002)',
        '  Reference: SP-7K3M-9QXT',
      ].join('\n'),
    );
    expect(render(answers)).not.toContain('Nearest practices');
    expect(render(answers).match(/E1 4AA/g)).toHaveLength(1);
  });

  test('keeps codes that the lists do not have, so that no answer is lost', () => {
    const text = render({ practice: 'F99999', needs: ['food', 'new-need'], language: 'xx' });

    expect(text).toMatch(/^ {2}GP practice, by its ODS code .*: F99999\n/);
    expect(text).toContain('  - Food and meals\n  - new-need\n');
    expect(text).toContain('Language: xx\n');
  });

  test.each([
    [
      { remindAfter: 1, fallbackAfter: 2 },
      'after 1 working day, we remind you. After 2 working days',
    ],
    [
      { remindAfter: 3, fallbackAfter: 6 },
      'after 3 working days, we remind you. After 6 working days',
    ],
  ])('says what follows while nobody confirms (%j)', (terms, words) => {
    const { text } = renderReferralLetter({ ...letterFacts(), terms });

    expect(text.replaceAll('\n', ' ')).toContain(words);
  });

  test('has the link to confirm on a line of its own', () => {
    const { acknowledgeUrl } = letterFacts();

    expect(render().split('\n')).toContain(acknowledgeUrl);
  });

  test.each([
    ['2026-03-26T12:00:00Z', '1980-03-27', 45],
    ['2026-03-27T00:00:00Z', '1980-03-27', 46],
    ['2026-03-28T12:00:00Z', '1980-03-27', 46],
    // In summer London's day begins at 23:00 UTC.
    ['2026-07-01T22:59:59Z', '2000-07-02', 25],
    ['2026-07-01T23:00:00Z', '2000-07-02', 26],
    ['2026-02-28T12:00:00Z', '2004-02-29', 21],
    ['2026-03-01T12:00:00Z', '2004-02-29', 22],
  ])('on %s somebody born %s is %i', (now, dateOfBirth, age) => {
    const facts = { ...letterFacts({ dateOfBirth }), acceptedAt: new Date(now) };

    expect(renderReferralLetter(facts).text).toContain(`(age ${age})`);
  });

  test.each([
    ['2026-10-25T00:30:00Z', 'Sunday 25 October 2026,\n1:30am, London time.'],
    ['2026-10-25T01:30:00Z', 'Sunday 25 October 2026,\n1:30am, London time.'],
    ['2026-12-31T23:59:00Z', 'Thursday 31 December 2026,\n11:59pm, London time.'],
    ['2026-06-30T23:00:00Z', 'Wednesday 1 July 2026,\nmidnight, London time.'],
  ])('tells when it was accepted (%s) by the clocks of London', (moment, words) => {
    const text = renderReferralLetter({ ...letterFacts(), acceptedAt: new Date(moment) }).text;

    expect(text).toContain(words);
  });

  test('is not made with a reference of another form', () => {
    expect(() => renderReferralLetter({ ...letterFacts(), reference: 'SP\r\nBcc: a@b' })).toThrow(
      'SP-XXXX-XXXX',
    );
  });
});

/** The rule in layout.ts, as people found it by trying. */
function joinedAsOutlookDoes(text: string): string {
  let joins = false;
  let seen = '';
  for (const line of text.split('\n')) {
    const stays = !joins || line === '' || seen.endsWith('\n\n') || line.startsWith('  ');
    seen += stays ? `\n${line}` : ` ${line}`;
    joins = line.length >= 40 && !line.startsWith('  ') && !/[.:?!]$/.test(line);
  }
  return seen;
}

function render(changes: Parameters<typeof letterFacts>[0] = {}): string {
  return renderReferralLetter(letterFacts(changes)).text;
}

function inOrder(text: string): string[] {
  return [...text.matchAll(/^(.+)\n-+$/gm)].map(([, title = '']) => title);
}
