import readPixels from 'jsqr';

/** A picture as canvases give it: red, green, blue, opacity of every pixel. */
interface Picture {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}

/** What a QR reader that is not of our library's making reads in a picture; `undefined`: nothing. */
export function readQr({ data, width, height }: Picture): string | undefined {
  // CommonJS: Node gives the function, bundlers an object around it.
  const read = 'default' in readPixels ? (readPixels.default as typeof readPixels) : readPixels;
  return read(data, width, height)?.data;
}
