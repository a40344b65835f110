const FIELD = 'form';
const SENT_BEFORE = 'sent-before';

/** Behind the address of a status page, for who was led there by a form that had been sent already. */
export const sentBeforeQuery = `?${FIELD}=${SENT_BEFORE}`;

export function isSentBefore(params: URLSearchParams): boolean {
  return params.get(FIELD) === SENT_BEFORE;
}
