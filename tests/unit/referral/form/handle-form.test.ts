import { describe, expect, test } from 'vitest';
import { aFormHandler } from '../../../support/referral/a-form-handler.ts';
import { askedByHelper } from '../../../support/referral/a-referral-form.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('a form that is checked', () => {
  test('shows the answers, with the same token, and stores nothing', async () => {
    const { post, token, accepted } = aFormHandler();

    expect(await post({ step: 'check' })).toMatchObject({
      show: 'check',
      status: 200,
      formToken: token,
      answers: { fullName: 'Test Person One' },
    });
    expect(accepted).toEqual([]);
  });

  test('comes back with its errors', async () => {
    const { post } = aFormHandler();

    expect(await post({ step: 'check', phone: '1' })).toMatchObject({
      show: 'form',
      status: 422,
      errors: [{ field: 'phone', code: 'phoneForm' }],
      typed: { phone: '1', fullName: 'Test Person One' },
    });
  });

  test.each(['', 'sned', '__proto__'])('is what the step %j means', async (step) => {
    expect(await aFormHandler().post({ step })).toMatchObject({ show: 'check', status: 200 });
  });

  test('gets a new token for one that is too old, without a word', async () => {
    const { post, token, clock } = aFormHandler();
    clock.ms += DAY_MS + 1;
    const answer = await post({ step: 'check' });

    expect(answer).toMatchObject({ show: 'check', status: 200 });
    expect(answer).not.toMatchObject({ formToken: token });
  });
});

describe('a form goes back to be changed', () => {
  test('with all that was typed, and no errors yet', async () => {
    expect(await aFormHandler().post({ step: 'edit', phone: '1' })).toMatchObject({
      show: 'form',
      status: 200,
      errors: [],
      practiceSearch: '',
      typed: { phone: '1' },
    });
  });

  test('when a practice is looked for', async () => {
    expect(await aFormHandler().post({ step: 'find', practiceSearch: 'Albion' })).toMatchObject({
      show: 'form',
      status: 200,
      errors: [],
      practiceSearch: 'Albion',
    });
  });

  test('when Enter is pressed in the box that looks for one', async () => {
    const looking = { step: 'check', practiceSearch: 'E1 4AA', practice: '' };

    expect(await aFormHandler().post(looking)).toMatchObject({
      status: 200,
      practiceSearch: 'E1 4AA',
    });
    expect(await aFormHandler().post({ ...looking, practiceSearch: ' ' })).toMatchObject({
      status: 422,
    });
  });
});

describe('practices near by are found', () => {
  const notRegistered = { step: 'check', practice: 'not-registered' };

  test('by the postcode asked for, whatever was looked for before', async () => {
    const { post } = aFormHandler();

    expect(
      await post({ ...notRegistered, nearPostcode: 'E1 4AA', practiceSearch: 'E2 9LS' }),
    ).toMatchObject({ show: 'not-eligible', postcode: 'E1 4AA' });
  });

  test('by a postcode that was typed to find a practice, and by no other words', async () => {
    const { post } = aFormHandler();

    expect(await post({ ...notRegistered, practiceSearch: 'E2 9LS' })).toMatchObject({
      postcode: 'E2 9LS',
    });
    expect(await post({ ...notRegistered, practiceSearch: 'Albion' })).toMatchObject({
      postcode: '',
    });
  });
});

describe('a form that was sent before, and is come back to', () => {
  const sent = { findAccepted: async () => ({ statusToken: 'the-first' }) };

  test.each(['check', 'edit', 'find'])('leads to its status page at the step %s', async (step) => {
    const answer = await aFormHandler(sent).post({ step, practiceSearch: 'E1 4AA' });

    expect(answer).toEqual({
      show: 'status-page',
      statusToken: 'the-first',
      mayDiffer: true,
    });
  });

  test('with other words tells of them when it is sent again', async () => {
    const { post } = aFormHandler({
      accept: async () => ({
        kind: 'saved',
        reference: 'SP-TEST-TEST',
        statusToken: 'the-first',
        repeated: true,
        mayDiffer: true,
      }),
    });

    expect(await post({ step: 'send' })).toMatchObject({
      statusToken: 'the-first',
      mayDiffer: true,
    });
  });

  test('is shown as ever if the store cannot tell', async () => {
    expect(await aFormHandler('closed').post({ step: 'check' })).toMatchObject({ show: 'check' });
  });
});

describe('a form that is sent', () => {
  test('is accepted in its language, and leads to the status page', async () => {
    const { post, token, accepted } = aFormHandler();

    expect(await post({ step: 'send' })).toEqual({
      show: 'status-page',
      statusToken: 'the-status-token',
      mayDiffer: false,
    });
    expect(accepted).toEqual([{ name: 'Test Person One', formToken: token, locale: 'bn' }]);
  });

  test('is held until three seconds after its page was made', async () => {
    const { post, clock, waits } = aFormHandler();
    clock.ms += 1200;
    await post({ step: 'send' });
    clock.ms += 5000;
    await post({ step: 'send' });

    expect(waits).toEqual([1800]);
  });

  test.each([
    ['with errors', { fullName: '' }, { show: 'form', status: 422 }],
    [
      'for someone who has not agreed',
      { ...askedByHelper, permission: 'no' },
      { show: 'not-eligible' },
    ],
    ['by someone who is not registered', { practice: 'not-registered' }, { show: 'not-eligible' }],
    [
      'from elsewhere',
      { livesInBorough: 'no' },
      { show: 'not-eligible', reason: 'outside-borough' },
    ],
    ['by a program', { leaveEmpty: 'x' }, { status: 422, refusal: { kind: 'not-a-person' } }],
    [
      'with a token of its own',
      { formToken: 'x.y.z' },
      { status: 422, refusal: { kind: 'old-page' } },
    ],
    ['without a token', { formToken: '' }, { status: 422, refusal: { kind: 'old-page' } }],
  ])('%s stores nothing and keeps what was typed', async (_how, changes, shown) => {
    const { post, accepted } = aFormHandler();
    const answer = await post({ step: 'send', summary: 'my words', ...changes });

    expect(answer).toMatchObject({ ...shown, typed: { summary: 'my words' } });
    expect(accepted).toEqual([]);
  });

  test('a day after it was opened can be sent', async () => {
    const { post, clock } = aFormHandler();
    clock.ms += DAY_MS;

    expect(await post({ step: 'send' })).toMatchObject({ show: 'status-page' });
  });

  test('too late can be sent again with the token it then gets', async () => {
    const { post, clock } = aFormHandler();
    clock.ms += DAY_MS + 1;
    const late = await post({ step: 'send' });
    const formToken = 'formToken' in late ? late.formToken : '';

    expect(late).toMatchObject({ status: 422, refusal: { kind: 'old-page' } });
    expect(await post({ step: 'send', formToken })).toMatchObject({ show: 'status-page' });
  });

  test('too late, but accepted when it was in time, shows how far that referral is', async () => {
    const { post, clock, accepted } = aFormHandler({
      findAccepted: async () => ({ statusToken: 'the-first' }),
    });
    clock.ms += DAY_MS + 1;

    expect(await post({ step: 'send' })).toEqual({
      show: 'status-page',
      statusToken: 'the-first',
      mayDiffer: true,
    });
    expect(accepted).toEqual([]);
  });

  test('too often waits, with everything typed', async () => {
    const { dependencies, post } = aFormHandler();
    for (let sent = 0; sent < 30; sent++)
      await post({ step: 'send', formToken: dependencies.tokens.issue() });

    expect(await post({ step: 'send' })).toMatchObject({
      show: 'check',
      status: 429,
      typed: { fullName: 'Test Person One' },
      refusal: { kind: 'too-many', waitMs: 120_000 },
    });
  });
});

describe('when the store fails', () => {
  test.each(['not-saved', 'cannot-tell'] as const)('the person is told: %s', async (kind) => {
    const { post, token } = aFormHandler({ accept: async () => ({ kind }) });

    expect(await post({ step: 'send' })).toMatchObject({
      show: 'check',
      status: 503,
      formToken: token,
      refusal: { kind },
      typed: { fullName: 'Test Person One' },
    });
  });

  test('in a way nobody thought of, we cannot tell, and the log has no word of it', async () => {
    const { post, logged } = aFormHandler({
      accept: async () => {
        throw new TypeError('canary of Test Person One');
      },
    });

    expect(await post({ step: 'send' })).toMatchObject({
      status: 503,
      refusal: { kind: 'cannot-tell' },
    });
    expect(logged).toEqual([['referral.form-failed', { fault: 'TypeError' }]]);
  });

  test('before it was open, nothing was saved', async () => {
    const { post } = aFormHandler('closed');

    expect(await post({ step: 'send' })).toMatchObject({ refusal: { kind: 'not-saved' } });
  });
});
