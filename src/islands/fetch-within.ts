/** What comes within so many milliseconds; `undefined`: nothing did, or the network failed. */
export async function fetchWithin(
  ms: number,
  address: string,
  init: RequestInit = {},
): Promise<Response | undefined> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  try {
    return await fetch(address, { ...init, signal: controller.signal });
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
