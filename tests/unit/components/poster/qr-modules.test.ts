import { describe, expect, test } from 'vitest';
import { type QrShape, toQrShape } from '../../../../src/components/poster/qr-modules.ts';
import { readQr } from '../../../support/browser/read-qr.ts';

describe('a QR code', () => {
  test.each([
    ['a practice', 'https://support.example.org/refer/?practice=F84012'],
    [
      'the short address of thirty listings',
      `https://support.example.org/bn/s/${'k7mw3'.repeat(30)}a2c`,
    ],
    [
      'the longest address that a list can have',
      `https://support.example.org/shortlist/?items=${'a'.repeat(1900)}`,
    ],
  ])('of %s is read back from its pixels', (_what, address) => {
    expect(readQr(paint(toQrShape(address)))).toBe(address);
  });

  test('has a quiet border of four modules', () => {
    const { data, width } = paint(toQrShape('https://support.example.org/'), 1);
    const isDark = (x: number, y: number) => data[(y * width + x) * 4] === 0;

    expect(isDark(4, 4)).toBe(true);
    const edge = Array.from({ length: width }, (_, x) => [0, 1, 2, 3].some((y) => isDark(x, y)));
    expect(edge).not.toContain(true);
  });

  test('is still read with a stain on it', () => {
    const address = 'https://support.example.org/s/k7mw3b4xn9a2c';
    const picture = paint(toQrShape(address));
    const middle = Math.floor(picture.width / 2);
    for (let y = middle; y < middle + 14; y++) {
      for (let x = middle; x < middle + 14; x++) picture.data.fill(0, at(x, y), at(x, y) + 3);
    }
    expect(readQr(picture)).toBe(address);

    function at(x: number, y: number) {
      return (y * picture.width + x) * 4;
    }
  });
});

/** The path as a browser fills it, `scale` pixels to a module. Knows only the runs we write. */
function paint({ size, path }: QrShape, scale = 4) {
  const width = size * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  const runs = [...path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)];
  expect(runs.map(([run]) => run).join('')).toBe(path);
  for (const [, x, y, length] of runs.map((run) => run.map(Number))) {
    for (let row = (y ?? 0) * scale; row < ((y ?? 0) + 1) * scale; row++) {
      for (let column = (x ?? 0) * scale; column < ((x ?? 0) + (length ?? 0)) * scale; column++) {
        data.fill(0, (row * width + column) * 4, (row * width + column) * 4 + 3);
      }
    }
  }
  return { data, width, height: width };
}
