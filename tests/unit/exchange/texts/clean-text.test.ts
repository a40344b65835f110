/** Covers src/exchange/texts/html-to-text.ts, src/exchange/texts/mojibake.ts, src/exchange/texts/cut-text.ts. */
import { describe, expect, test } from 'vitest';
import { cleanText } from '../../../../src/exchange/texts/clean-text.ts';
import { cutText } from '../../../../src/exchange/texts/cut-text.ts';
import { htmlToText } from '../../../../src/exchange/texts/html-to-text.ts';
import { mendMojibake } from '../../../../src/exchange/texts/mojibake.ts';

test.each([
  ['<p>Come in.</p><p>Have tea</p>', 'Come in. Have tea'],
  ['<h1>About us</h1>\n\n<ul><li>Tea</li><li>Cake</li></ul>', 'About us. Tea. Cake'],
  ['Tea &amp; cake&nbsp;&pound;5 &#8211; all welcome', 'Tea & cake £5 – all welcome'],
  ['Tea &amp;amp; cake&amp;nbsp;now', 'Tea & cake now'],
  ['&lt;p&gt;Tea&lt;/p&gt;', 'Tea'],
  ['<style>p { color: red }</style><script>alert(1)</script><!-- Word -->Tea', 'Tea'],
  ['Ages 5 < 6 and R&B', 'Ages 5 < 6 and R&B'],
  ['One\r\n\r\nTwo\nthree\u200b\u00ad', 'One. Two three'],
  ['**Bold** and __more__', 'Bold and more'],
  ['<b>unclosed <i>tags', 'unclosed tags'],
])('of %j people read %j', (html, text) => {
  expect(htmlToText(html)).toBe(text);
});

describe('letters that another program saved in a wrong way', () => {
  test.each([
    ['cafÃ© and donâ€™t', 'café and don’t'],
    ['Â£5 â€“ free', '£5 – free'],
    ['à¦¬à¦¾à¦‚à¦²à¦¾', 'বাংলা'],
  ])('%j is %j', (wrong, right) => {
    expect(mendMojibake(wrong)).toMatchObject({ text: right, lost: false });
  });

  test.each(['café', 'São Paulo', 'Ägypten', 'naïve – “so”', 'বাংলা', 'Â and Ã alone'])(
    '%j stays',
    (text) => {
      expect(mendMojibake(text)).toEqual({ text, mended: [], lost: false });
    },
  );

  test('what is mended and what is lost are named', () => {
    expect(cleanText('cafÃ© f\uFFFDr all', 'name')).toEqual({
      text: 'café f\uFFFDr all',
      notes: [
        'name: signs that another program had saved in a wrong way (Ã©) are put right.',
        'name: a letter is lost and stands as \uFFFD. Write it again.',
      ],
    });
  });
});

describe('cutting a text', () => {
  test('keeps whole sentences', () => {
    expect(cutText('Come in. Have tea! Stay long.', 20)).toBe('Come in. Have tea!');
    expect(cutText('Come in.', 8)).toBe('Come in.');
  });

  test('keeps whole words where no sentence fits', () => {
    expect(cutText('Come in and have some tea with us', 20)).toBe('Come in and have…');
    expect(cutText('x'.repeat(30), 20)).toHaveLength(20);
  });

  test('a text of a hundred thousand letters', () => {
    const long = htmlToText('<p>All are welcome here. </p>'.repeat(5_000));
    expect(cutText(long, 600).length).toBeLessThanOrEqual(600);
  });
});
