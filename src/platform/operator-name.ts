import { userInfo } from 'node:os';

/** Who is at the keyboard: the name on the machine, or its number where it has none; who typed sudo, if that is how. */
export function operatorName(): string {
  return nameOperator(accountName(), process.env.SUDO_USER, process.getuid?.() === 0);
}

/**
 * Anybody can set SUDO_USER, but for root. So it never hides the account that the command runs under, and
 * only root's is taken at its word.
 */
export function nameOperator(
  account: string,
  sudoUser: string | undefined,
  isRoot: boolean,
): string {
  const person = sudoUser?.replace(/[^\p{L}\p{N}._@\\-]/gu, '').slice(0, 64);
  if (!person || person === account) return account;
  return isRoot ? `${person} by sudo` : `${person} by sudo as ${account}`;
}

/** Who this process runs as: the name on the machine, or the number where it has none. */
export function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
