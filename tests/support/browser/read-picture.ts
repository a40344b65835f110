import type { Locator, Page } from '@playwright/test';
import { readQr } from './read-qr.ts';

/** What a QR reader reads in a part of a page, from its pixels as the browser draws them. */
export async function readPicture(page: Page, picture: Locator) {
  const png = (await picture.screenshot()).toString('base64');
  const { data, width, height } = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = `data:image/png;base64,${source}`;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = image.width;
    canvas.height = image.height;
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    return { data: [...pixels], width: image.width, height: image.height };
  }, png);
  return readQr({ data: new Uint8ClampedArray(data), width, height });
}
