/**
 * Locks a letter's text with a key of its own (AES-256-GCM), and that key with REFERRAL_KEY. Forgetting
 * the wrapped key makes the text unreadable for ever, in every copy made after that.
 */
export interface Sealed {
  payload: Uint8Array;
  wrappedKey: Uint8Array;
}

export interface Sealing {
  /** `id`: the letter's; a payload moved to another row does not open. */
  seal(id: string, text: string): Sealed;
  /** `undefined`: damaged, moved, or locked with another REFERRAL_KEY. */
  open(id: string, sealed: Sealed): string | undefined;
}
