import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createLatestOnly } from '../../../src/islands/latest-only.ts';

describe('only the newest request counts', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  test('so an older answer that comes later changes nothing', async () => {
    const latest = createLatestOnly();
    const shown: string[] = [];
    const answerAfter = (answer: string, ms: number) => async (signal: AbortSignal) => {
      await new Promise((resolve) => setTimeout(resolve, ms));
      if (!signal.aborted) shown.push(answer);
    };

    latest.start(answerAfter('lonely', 900));
    await vi.advanceTimersByTimeAsync(100);
    latest.start(answerAfter('lonely and in debt', 50));
    await vi.runAllTimersAsync();

    expect(shown).toEqual(['lonely and in debt']);
  });

  test('so letters typed within the pause are asked for once', async () => {
    const latest = createLatestOnly();
    const asked: string[] = [];

    for (const typed of ['f', 'fo', 'foo', 'food']) {
      latest.start(async () => void asked.push(typed), 200);
      await vi.advanceTimersByTimeAsync(150);
    }
    await vi.runAllTimersAsync();

    expect(asked).toEqual(['food']);
  });

  test('and none after it was stopped', async () => {
    const latest = createLatestOnly();
    const task = vi.fn(async () => {});

    latest.start(task, 200);
    latest.stop();
    await vi.runAllTimersAsync();

    expect(task).not.toHaveBeenCalled();
  });
});
