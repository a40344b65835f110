/** Covers src/reports/handle-report.ts, src/reports/parse-report.ts, src/reports/report-model.ts. */
import { describe, expect, test } from 'vitest';
import { aReportHandler, DAY_MS } from '../../support/reports/a-report-handler.ts';

describe('a report about a listing', () => {
  test('is stored with what was ticked and written, in the language of its page', async () => {
    const { post, accepted, token } = aReportHandler();

    expect(await post({ facts: ['hours', 'phone', 'made-up'], words: ' Rings\r\n out ' })).toEqual({
      show: 'received',
    });
    expect(accepted).toMatchObject([
      {
        formToken: token,
        locale: 'bn',
        report: {
          kind: 'listing',
          listing: 'a-place',
          facts: ['phone', 'hours'],
          words: 'Rings\nout',
        },
      },
    ]);
  });

  test('with words alone says that something is wrong', async () => {
    const { post, accepted } = aReportHandler();
    await post({ words: 'Nobody was there' });

    expect(accepted[0]?.report.facts).toEqual(['other']);
  });

  test('comes back where nothing was ticked or written, and is not stored', async () => {
    const { post, accepted, token } = aReportHandler();

    expect(await post({ words: ' \u200b ' })).toMatchObject({
      status: 422,
      errors: [{ field: 'facts', code: 'nothing' }],
      typed: { words: ' \u200b ' },
      formToken: token,
    });
    expect(accepted).toEqual([]);
  });

  test('comes back with all that was typed where it is too long', async () => {
    const words = '🙂'.repeat(1001);

    expect(await aReportHandler().post({ facts: 'phone', words })).toMatchObject({
      status: 422,
      errors: [{ field: 'words', code: 'tooLong', max: 1000, over: 1 }],
      typed: { words, facts: ['phone'] },
    });
  });

  test('keeps nothing of what its form does not ask', async () => {
    const { post, accepted } = aReportHandler();
    await post({ facts: 'phone', placeName: 'A place', placeDoes: 'Helps' });

    expect(accepted[0]?.report).toMatchObject({ placeName: '', placeDoes: '' });
  });
});

test('a suggestion needs a name, what it does and how it is reached, and no more', async () => {
  const { post, accepted } = aReportHandler();
  const about = { kind: 'suggestion', listing: undefined } as const;
  const answer = await post({ placeName: ' ' }, about);

  expect(answer).toMatchObject({
    status: 422,
    errors: [{ code: 'placeName' }, { code: 'placeDoes' }, { code: 'placeReach' }],
  });
  const whole = { placeName: 'Made-up Club', placeDoes: 'Chess', placeReach: '020 7946 0123' };
  expect(await post({ ...whole, facts: 'phone' }, about)).toEqual({ show: 'received' });
  expect(accepted[0]?.report).toMatchObject({ ...whole, facts: [], listing: undefined });
});

test('feedback needs words', async () => {
  const { post } = aReportHandler();
  const about = { kind: 'feedback', listing: undefined } as const;

  expect(await post({}, about)).toMatchObject({ status: 422, errors: [{ code: 'words' }] });
  expect(await post({ words: 'It works' }, about)).toEqual({ show: 'received' });
});

describe('a report is not taken, and everything that was typed comes back,', () => {
  const fields = { facts: 'phone', words: 'Rings out' };
  const typed = { facts: ['phone'], words: 'Rings out' };

  test('from a page that is not ours, or was open for more than a day', async () => {
    const { post, clock, token, accepted } = aReportHandler();
    const refused = { status: 422, refusal: { kind: 'old-page' }, typed };

    expect(await post({ ...fields, formToken: 'forged' })).toMatchObject(refused);
    clock.ms += DAY_MS + 1;
    const answer = await post(fields);
    expect(answer).toMatchObject(refused);
    expect(answer).not.toMatchObject({ formToken: token });
    expect(accepted).toEqual([]);
  });

  test('where a box is filled in that people do not see', async () => {
    expect(await aReportHandler().post({ ...fields, leaveEmpty: 'x' })).toMatchObject({
      status: 422,
      refusal: { kind: 'not-a-person' },
      typed,
    });
  });

  test.each(['not-saved', 'cannot-tell'] as const)('where the store says %s', async (kind) => {
    expect(await aReportHandler({ kind }).post(fields)).toMatchObject({
      status: 503,
      refusal: { kind },
      typed,
    });
  });

  test('where something breaks, and the log says none of what was typed', async () => {
    const { post, logged } = aReportHandler(new RangeError('Rings out'));

    expect(await post(fields)).toMatchObject({ status: 503, refusal: { kind: 'cannot-tell' } });
    expect(logged).toEqual([['report.form-failed', { fault: 'RangeError' }]]);
  });
});

describe('one address', () => {
  const send = async (
    handler: ReturnType<typeof aReportHandler>,
    { client, count, from = 0 }: { client: string; count: number; from?: number },
  ) => {
    let taken = 0;
    for (let index = from; index < from + count; index += 1) {
      const formToken = handler.dependencies.tokens.issue();
      const about = { client, listing: `place-${index}` };
      const answer = await handler.post({ facts: 'phone', formToken }, about);
      if (answer.show === 'received') taken += 1;
    }
    return taken;
  };

  test('cannot flag the directory: 20 listings, and then a few each day', async () => {
    const handler = aReportHandler();

    expect(await send(handler, { client: '192.0.2.1', count: 60 })).toBe(20);
    expect(await send(handler, { client: '192.0.2.2', count: 1, from: 60 })).toBe(1);
    handler.clock.ms += DAY_MS / 4;
    expect(await send(handler, { client: '192.0.2.1', count: 60, from: 70 })).toBe(5);
  });

  test('says the same of one listing three times a day', async () => {
    const handler = aReportHandler();
    const answers = [];
    for (let index = 0; index < 5; index += 1) {
      const formToken = handler.dependencies.tokens.issue();
      answers.push(await handler.post({ facts: 'phone', formToken }));
    }

    expect(answers.map(({ show }) => show)).toEqual([
      'received',
      'received',
      'received',
      'form',
      'form',
    ]);
    expect(answers[4]).toMatchObject({ status: 429, refusal: { kind: 'too-many' } });
  });

  test('is one whole customer of a provider that gives each thousands', async () => {
    const handler = aReportHandler();
    let taken = 0;
    for (let network = 0; network < 10; network += 1) {
      const client = `2001:db8:1:${network}::1`;
      taken += await send(handler, { client, count: 20, from: network * 20 });
    }

    expect(taken).toBe(60);
  });

  test('and all others together send 300 a day', async () => {
    const handler = aReportHandler();
    let taken = 0;
    for (let host = 1; host <= 40; host += 1) {
      taken += await send(handler, { client: `192.0.2.${host}`, count: 10, from: host * 10 });
    }

    expect(taken).toBe(300);
  });

  test('may press the same button again', async () => {
    const { post, accepted } = aReportHandler();
    for (let press = 0; press < 30; press += 1) await post({ facts: 'phone' });

    expect(accepted).toHaveLength(30);
  });
});

test('who presses within three seconds is made to wait for them', async () => {
  const { post, clock, waits } = aReportHandler();
  clock.ms += 1000;
  await post({ facts: 'phone' });

  expect(waits).toEqual([2000]);
});
