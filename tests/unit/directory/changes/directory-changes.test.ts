import { describe, expect, test } from 'vitest';
import {
  changesForNeed,
  findDirectoryChanges,
} from '../../../../src/directory/changes/directory-changes.ts';
import type { PublicListing } from '../../../../src/directory/public-listing.ts';
import type { History } from '../../../../src/directory/reading/histories.ts';
import { aListing, directoryOf } from '../../../support/directory/a-listing.ts';

const now: History['now'] = new Map();
const changesOf = (histories: Record<string, Omit<History, 'now'>>, ...listings: PublicListing[]) =>
  findDirectoryChanges({
    ...directoryOf(...listings),
    histories: new Map(Object.entries(histories).map(([slug, each]) => [slug, { now, ...each }])),
  });

describe('the changes of a directory', () => {
  test('are what is new, changed and gone, the newest first', () => {
    const changes = changesOf(
      {
        old: { changes: [], gone: '2026-05-03' },
        club: { changes: [{ date: '2026-05-01', facts: ['phone', 'hours'] }] },
        tea: { since: '2026-05-02', changes: [] },
      },
      aListing('club'),
      aListing('tea'),
    );

    expect(changes).toMatchObject([
      { date: '2026-05-03', slug: 'old', what: 'gone', listing: undefined },
      { date: '2026-05-02', slug: 'tea', what: 'new' },
      { date: '2026-05-01', slug: 'club', what: 'changed', facts: ['phone', 'hours'] },
    ]);
  });

  test('say of the last change of a status what it is, and of an earlier one that it changed', () => {
    const history = {
      changes: [
        { date: '2026-05-01', facts: ['status' as const] },
        { date: '2026-05-02', facts: ['status' as const, 'phone' as const] },
      ],
    };
    const whats = (status: PublicListing['status']) =>
      changesOf({ club: history }, aListing('club', { status })).map(({ what }) => what);

    expect(whats('closed')).toEqual(['closed', 'changed']);
    expect(whats('paused')).toEqual(['paused', 'changed']);
    expect(whats('open')).toEqual(['open', 'changed']);
  });

  test('of a listing on one day are one, however often they were noted', () => {
    const changes = [
      { date: '2026-05-01', facts: ['hours' as const] },
      { date: '2026-05-01', facts: ['phone' as const] },
    ];

    expect(changesOf({ club: { changes } }, aListing('club'))).toMatchObject([
      { facts: ['phone', 'hours'] },
    ]);
  });

  test('of a listing that went and came back do not say that it is gone', () => {
    const history = { changes: [], gone: '2026-05-01' };

    expect(changesOf({ club: history }, aListing('club'))).toEqual([]);
  });

  test('for a need are those of the listings that help with it', () => {
    const changes = changesOf(
      {
        club: { since: '2026-05-01', changes: [] },
        tea: { since: '2026-05-01', changes: [] },
        old: { changes: [], gone: '2026-05-01' },
      },
      aListing('club', { needs: ['food', 'loneliness'] }),
      aListing('tea', { needs: ['food'] }),
    );

    expect(changesForNeed(changes, 'loneliness').map(({ slug }) => slug)).toEqual(['club']);
  });
});
