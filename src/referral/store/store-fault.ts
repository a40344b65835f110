import type { DatabaseFaultEffect, DatabaseFaultReason } from '../../platform/database.ts';

/**
 * The store failed. After an `unknown` effect ask for the same form again: it will be counted once.
 * Carries no value of any row: its message may be logged.
 */
export class StoreFault extends Error {
  override name = 'StoreFault';
  readonly reason: DatabaseFaultReason;
  readonly effect: DatabaseFaultEffect;

  constructor(reason: DatabaseFaultReason, effect: DatabaseFaultEffect) {
    super(`The referral store failed: ${reason}, ${effect}`);
    this.reason = reason;
    this.effect = effect;
  }
}
