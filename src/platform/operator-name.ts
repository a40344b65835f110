import { userInfo } from 'node:os';

/** Who is at the keyboard: the name on the machine, or its number where it has none. */
export function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    return `user ${process.getuid?.() ?? 'unknown'}`;
  }
}
