/**
 * 32 bits that change with the text. Pure, for texts that nobody gains by forging: content/histories.yaml
 * and printed addresses hold what it makes, so it must make the same for ever.
 */
export function shortHash(text: string): number {
  // FNV-1a over bytes, then the finish of MurmurHash3: without it texts that differ at their end stay close.
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
