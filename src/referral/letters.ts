/**
 * Every letter that we send, as its reader will see it: plain text, short lines. Made once, when a letter
 * comes to be owed; what is made is stored and never made again. Only the letter to a team holds what a
 * person wrote. The others hold references, which name a referral to us and to nobody else.
 */

export { renderDigest } from './letters/digest.ts';
export { renderReferralLetter } from './letters/referral-letter.ts';
export { renderResidentCopy } from './letters/resident-copy.ts';
export { renderAlert, renderFallbackNotice, renderReminder } from './letters/staff-notices.ts';
