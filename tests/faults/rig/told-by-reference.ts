import { expect } from 'vitest';
import type { Rig } from './a-rig.ts';
import { findCanaries } from './evidence/canaries.ts';
import { decode, referralCopies } from './one-letter.ts';
import { eventually } from './processes/a-process.ts';

/** The operator, and whoever else is named, hear of it within five minutes, by reference and without an answer. */
export async function expectToldByReference(
  rig: Rig,
  reference: string,
  alsoTold: readonly string[] = [],
) {
  const wanted = ['operator@mail.example', ...alsoTold];
  const told = await eventually(() => {
    const others = rig.mail.copies.filter((copy) => !referralCopies(rig).includes(copy));
    const about = others.filter(({ bytes }) => bytes.toString('latin1').includes(reference));
    return wanted.every((address) => about.some(({ to }) => to === address)) ? about : undefined;
  });
  for (const { bytes } of told) {
    expect(findCanaries(bytes)).toEqual([]);
    expect(findCanaries(decode(bytes))).toEqual([]);
  }
}
