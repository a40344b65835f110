import encodeQR from 'qr';

/** A QR code as one SVG path, a unit square for each dark module, with the quiet border that readers need. */
export interface QrShape {
  /** Width and height in modules, with the border. */
  size: number;
  path: string;
}

// Four modules on every side, as the standard asks: paper has text next to it.
const BORDER = 4;

/**
 * `text`: an address of ours. Throws if it is longer than a code can hold, some 2,300 characters.
 * About a seventh of the code may be lost to a fold or a stain and it still reads.
 */
export function toQrShape(text: string): QrShape {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER });
  return { size: rows.length, path: rows.map(toRuns).join('') };
}

// Neighbours as one rectangle: printers leave hairlines between squares that only touch.
function toRuns(row: readonly boolean[], y: number): string {
  const runs: string[] = [];
  for (let x = 0; x < row.length; x++) {
    if (!row[x]) continue;
    const start = x;
    while (row[x + 1]) x++;
    runs.push(`M${start} ${y}h${x - start + 1}v1H${start}z`);
  }
  return runs.join('');
}
