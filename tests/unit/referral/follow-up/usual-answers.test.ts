import { expect, test } from 'vitest';
import {
  createUsualAnswers,
  type UsualAnswersParts,
} from '../../../../src/referral/follow-up/usual-answers.ts';
import type { AnswerTimes } from '../../../../src/referral/store/store-port.ts';
import { MINUTE_MS, NOON } from '../../../support/referral/a-store.ts';

const DAY_MS = 24 * 60 * MINUTE_MS;
const acceptedAt = NOON - 20 * DAY_MS;
const spokenAt = acceptedAt + DAY_MS;
const times: AnswerTimes[] = Array.from({ length: 10 }, () => ({
  team: 'north',
  acceptedAt,
  handedOverAt: acceptedAt,
  acknowledgedAt: acceptedAt,
  spokenAt,
}));
const forever = new Promise<void>(() => {});

function aUsualAnswers({
  list = async () => times,
  ...parts
}: Partial<UsualAnswersParts> & { list?: () => Promise<AnswerTimes[]> } = {}) {
  const clock = { now: NOON };
  let asked = 0;
  const find = createUsualAnswers({
    openStore: async () => ({
      listAnswerTimes: () => {
        asked += 1;
        return list();
      },
    }),
    now: () => clock.now,
    wait: () => forever,
    ...parts,
  });
  return { find, clock, asked: () => asked };
}

test('one question to the store answers for every team and for some minutes', async () => {
  const { find, clock, asked } = aUsualAnswers();

  expect(await Promise.all([find('north'), find('south')])).toEqual([
    { measure: 'spoken', workingDays: 1 },
    undefined,
  ]);
  clock.now += 10 * MINUTE_MS - 1;
  await find('north');
  expect(asked()).toBe(1);
  clock.now += 1;
  await find('north');
  expect(asked()).toBe(2);
});

test('a store that fails leaves the page without it', async () => {
  const failing = { list: () => Promise.reject(new Error('gone')) };
  expect(await aUsualAnswers(failing).find('north')).toBeUndefined();

  const closed = { openStore: () => Promise.reject(new Error('closed')) };
  expect(await aUsualAnswers(closed).find('north')).toBeUndefined();
});

test('a store that is slow keeps no page waiting, and what it says is told later', async () => {
  const { promise, resolve } = Promise.withResolvers<AnswerTimes[]>();
  const { find } = aUsualAnswers({ list: () => promise, wait: async () => undefined });

  expect(await find('north')).toBeUndefined();
  resolve(times);
  await promise;
  await new Promise(setImmediate);
  expect(await find('north')).toMatchObject({ workingDays: 1 });
});
