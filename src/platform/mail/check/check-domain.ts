import type { Resolver } from 'node:dns/promises';
import type { CheckStep } from './check-step.ts';

type Names = Pick<Resolver, 'resolveTxt'>;
/** `undefined`: nobody answers, so nothing can be told. */
type Texts = string[] | undefined;

/**
 * What others look up of the domain that letters come from. `dkimSelector`: where the relay's key is; only the mail
 * administrator or a letter's own head (s= in DKIM-Signature) tells it.
 */
export async function checkSendingDomain(
  domain: string,
  { names, dkimSelector }: { names: Names; dkimSelector: string | undefined },
): Promise<CheckStep[]> {
  const [spf, dmarc, mtaSts, dkim] = await Promise.all([
    findTexts(names, domain),
    findTexts(names, `_dmarc.${domain}`),
    findTexts(names, `_mta-sts.${domain}`),
    dkimSelector ? findTexts(names, `${dkimSelector}._domainkey.${domain}`) : undefined,
  ]);
  return [
    judge(`SPF of ${domain}`, spf, judgeSpf),
    dkimSelector
      ? judge(`DKIM of ${domain}, ${dkimSelector}`, dkim, judgeDkim)
      : {
          what: `DKIM of ${domain}`,
          is: 'cannot tell',
          says: 'look into the head of the test letter: DKIM-Signature names the key after s=. Then ask again with --dkim and that word',
        },
    judge(`DMARC of ${domain}`, dmarc, judgeDmarc),
    judge(`MTA-STS of ${domain}`, mtaSts, judgeMtaSts),
  ];
}

async function findTexts(names: Names, name: string): Promise<Texts> {
  try {
    return (await names.resolveTxt(name)).map((parts) => parts.join(''));
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    return code === 'ENODATA' || code === 'ENOTFOUND' ? [] : undefined;
  }
}

function judge(
  what: string,
  texts: Texts,
  judgeTexts: (texts: string[]) => Omit<CheckStep, 'what'>,
): CheckStep {
  if (texts) return { what, ...judgeTexts(texts) };
  const says = 'the resolver of this machine does not answer. Look it up elsewhere';
  return { what, is: 'cannot tell', says };
}

const ok = (says: string) => ({ is: 'ok' as const, says });
const notOk = (says: string) => ({ is: 'not ok' as const, says });

function judgeSpf(texts: string[]) {
  const records = texts.filter((text) => /^v=spf1( |$)/i.test(text));
  if (records.length === 0)
    return notOk('no record. Publish v=spf1 with the relay in it, and -all');
  if (records.length > 1) return notOk(`${records.length} records, so none counts. Keep one`);
  const [record = ''] = records;
  if (/ \+?all\b/i.test(record)) return notOk('it allows everybody (+all). End it with -all');
  // Only the relay's operator knows by which addresses it sends on.
  return ok('there is one. That the relay is in it, the test letter’s head tells (spf=pass)');
}

function judgeDkim(texts: string[]) {
  const key = /(?:^|;)\s*p=([^;]*)/i.exec(texts.join(''))?.[1]?.trim();
  if (key === undefined) return notOk('no key there. Ask the relay for the record to publish');
  return key === '' ? notOk('the key was taken back (p= is empty)') : ok('there is a key');
}

function judgeDmarc(texts: string[]) {
  const records = texts.filter((text) => /^v=DMARC1\s*(;|$)/i.test(text));
  if (records.length !== 1) {
    return notOk(`${records.length || 'no'} records where one must be: v=DMARC1; p=reject`);
  }
  const policy = /;\s*p\s*=\s*(\w+)/i.exec(records[0] ?? '')?.[1]?.toLowerCase();
  if (policy === 'reject') return ok('p=reject: nobody else can write in this name');
  return notOk(`p=${policy ?? ''}: others can still write in this name. Work towards p=reject`);
}

function judgeMtaSts(texts: string[]) {
  return texts.some((text) => /^v=STSv1\s*;\s*id=\w+/i.test(text))
    ? ok('there is a policy for letters that come back')
    : {
        is: 'advice' as const,
        says: 'no record: letters that come back may travel in clear. Publish v=STSv1',
      };
}
