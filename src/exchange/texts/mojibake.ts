// What Windows-1252 shows for the bytes 0x80 to 0x9F.
const SHOWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';
const LEAD = '[\u00c2-\u00f4]';
const NEXT = `[\u0080-\u00bf${SHOWN}]`;
const RUN = new RegExp(`${LEAD}${NEXT}{1,3}`, 'g');

/**
 * Letters that a program has taken for Windows-1252 although they were UTF-8 ('cafÃ©'), made right. `mended`: what
 * stood there; `lost`: a letter is gone for good and stands as �.
 */
export function mendMojibake(text: string): { text: string; mended: string[]; lost: boolean } {
  const mended: string[] = [];
  const mend = (run: string) => {
    const letters = decode(run);
    if (letters === undefined) return run;
    mended.push(run);
    return letters;
  };
  return { text: text.replace(RUN, mend), mended, lost: text.includes('\uFFFD') };
}

/** undefined: these signs are no UTF-8, so they are meant as they stand. */
function decode(run: string): string | undefined {
  for (let length = run.length; length >= 2; length -= 1) {
    const bytes = Uint8Array.from([...run.slice(0, length)].map(toByte));
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes) + run.slice(length);
    } catch {
      // A shorter run may be one.
    }
  }
  return undefined;
}

function toByte(sign: string): number {
  const shown = SHOWN.indexOf(sign);
  return shown < 0 ? (sign.codePointAt(0) ?? 0) : 0x80 + shown;
}
