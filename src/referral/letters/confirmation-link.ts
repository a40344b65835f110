import { localisePath } from '../../i18n/locale.ts';
import { createTranslator } from '../../i18n/translator.ts';
import { heading, paragraph } from './layout.ts';

const t = createTranslator('en');
const LINK = /^https?:\/\/\S+\/refer\/received\/([\w-]+)\/$/gm;

/** The address by which a team says that it has a referral. */
export function toConfirmationUrl(siteUrl: URL, token: string): string {
  return new URL(localisePath('en', `/refer/received/${token}/`), siteUrl).href;
}

/**
 * A letter to a team as it goes to another one: with another link to confirm it, and saying why it comes
 * to them. `isInForce` tells the link that the letter has by its token, as a resident may have pasted
 * something alike. `undefined`: that link is not in the text.
 */
export function redirectLetterText(
  text: string,
  { isInForce, url }: { isInForce: (token: string) => boolean; url: string },
): string | undefined {
  const link = [...text.matchAll(LINK)].find(([, token = '']) => isInForce(token))?.[0];
  return link === undefined ? undefined : explainRedirect(text.replaceAll(link, url), url);
}

function explainRedirect(text: string, url: string): string {
  const wrongTeam = section(t('staff:wrong.title'), t('staff:wrong.what'));
  const redirectedText = section(t('staff:passedOn.title'), t('staff:passedOn.what'));
  if (text.includes(redirectedText)) return text;
  // A letter that a version with other words wrote.
  if (!text.includes(wrongTeam)) return text.replace(url, `${url}\n\n${redirectedText}`);
  return text.replace(wrongTeam, redirectedText);
}

function section(title: string, words: string): string {
  return `${heading(title)}\n\n${paragraph(words)}`;
}
