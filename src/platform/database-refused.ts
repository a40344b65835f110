/** The database cannot be relied on, so it is not used. The message is for operators. */
export class DatabaseRefused extends Error {
  override name = 'DatabaseRefused';
}
