/** `lines` are for the terminal. Not `ok`: nothing was changed, and the message says why. */
export type OperatorResult = { ok: true; lines: string[] } | { ok: false; message: string };

export function done(...lines: string[]): OperatorResult {
  return { ok: true, lines };
}

export function refuse(message: string): OperatorResult {
  return { ok: false, message };
}
