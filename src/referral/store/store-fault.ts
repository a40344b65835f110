/**
 * `not-stored`: certainly nothing was stored. `unknown`: the commit failed in a way that may have left
 * the row in place (a failed fsync does): ask for the same form again, it will be counted once.
 */
export type DatabaseFaultEffect = 'not-stored' | 'unknown';
export type DatabaseFaultReason =
  | 'full'
  | 'busy'
  | 'read-only'
  | 'damaged'
  | 'input-output'
  | 'unreachable'
  | 'other';

/** Carries no value of any row: its message may be logged. */
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
