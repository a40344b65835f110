import type { ListingDraft, ListingFinding } from './listing-draft.ts';

// Not "they call on you", "call in".
const TO_RING =
  /(?<!\b(?:a|basic|your|own|mobile|smart) )\b(?:ring|phone|telephone|call(?! (?:on|in|round|by)\b))\b/i;
const A_NUMBER = /\d(?: ?\d){2,}/;

/** A listing that tells people to ring, and gives no number. */
export function validateWaysToStart(draft: ListingDraft): ListingFinding[] {
  const { phone, firstStep = '', access = [] } = draft;
  if (phone || draft.unread?.includes('phone') || A_NUMBER.test(firstStep)) return [];
  const field = TO_RING.test(firstStep)
    ? 'firstStep'
    : access.includes('phone')
      ? 'access'
      : undefined;
  if (!field) return [];
  return [
    {
      field: [field],
      notice: true,
      group: 'tell people to ring, and give no phone number',
      message: `says to ring, and there is no phone number. Add phone, or say how else one starts.`,
    },
  ];
}
