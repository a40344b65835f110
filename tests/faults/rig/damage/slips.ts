type Random = (below: number) => number;
type Slip = (address: string, random: Random) => string;

const insertAt = (text: string, at: number, more: string) =>
  text.slice(0, at) + more + text.slice(at);
const pick = <T>(random: Random, from: readonly T[]) => from[random(from.length)] as T;
const withQuery = (address: string, change: (query: string) => string) => {
  const at = address.indexOf('?');
  return at < 0 ? address : address.slice(0, at + 1) + change(address.slice(at + 1));
};

/** What people and machines do to an address on its way, each by its name. */
const slips: Record<string, Slip> = {
  'cut at the end': (address, random) => address.slice(0, -1 - random(8)),
  'a letter lost': (address, random) => {
    const at = 1 + random(address.length - 1);
    return address.slice(0, at) + address.slice(at + 1);
  },
  'a letter doubled': (address, random) => {
    const at = 1 + random(address.length - 1);
    return insertAt(address, at, address.charAt(at));
  },
  'in capitals': (address) => address.toUpperCase(),
  'a capital': (address, random) => {
    const at = 1 + random(address.length - 1);
    return address.slice(0, at) + address.charAt(at).toUpperCase() + address.slice(at + 1);
  },
  'punctuation behind': (address, random) =>
    address + pick(random, ['.', ',', ')', ').', '"', '”', "'", '>', ';', '!', '*', '.”', '…']),
  'a stray percent sign': (address, random) =>
    insertAt(
      address,
      address.length - random(6),
      pick(random, ['%', '%E0', '%E2%80', '%zz', '%2']),
    ),
  'an escape broken': (address, random) =>
    address.replace(/%[0-9A-F]{2}/g, (escaped) =>
      random(3) === 0 ? escaped.slice(0, -1) : escaped,
    ),
  'plus and space': (address, random) =>
    withQuery(address, (query) => query.replaceAll('+', pick(random, ['%20', '%2B', ' ', '++']))),
  '&amp;': (address, random) =>
    withQuery(address, (query) =>
      query.replaceAll('&', pick(random, ['&amp;', '&amp;amp;', '&AMP;'])),
    ),
  'a look-alike': (address, random) => {
    const alike: Record<string, string> = {
      0: 'O',
      o: '0',
      1: 'l',
      l: '1',
      i: '1',
      v: 'u',
      O: '0',
      I: 'l',
    };
    const places = [...address].flatMap((letter, at) => (alike[letter] ? at : []));
    const at = places[random(places.length || 1)];
    if (at === undefined) return address;
    return address.slice(0, at) + alike[address.charAt(at)] + address.slice(at + 1);
  },
  'an invisible letter': (address, random) =>
    insertAt(
      address,
      1 + random(address.length),
      pick(random, ['%E2%80%8B', '\u200b', '\u00ad', '%EF%BB%BF', '\u2060']),
    ),
  'a line break': (address, random) =>
    insertAt(address, 1 + random(address.length), pick(random, ['%0A', '%0D%0A', '\n'])),
  'quoted-printable': (address, random) =>
    random(2) === 0
      ? address.replaceAll('=', '=3D')
      : insertAt(address, 1 + random(address.length), '=\r\n'),
  'escaped twice': (address, random) =>
    random(2) === 0 ? address.replaceAll('%', '%25') : withQuery(address, encodeURIComponent),
};

const slipNames = Object.keys(slips);

/** One slip, or two. */
export function damage(address: string, random: Random): { damaged: string; by: string[] } {
  const by = Array.from({ length: 1 + random(2) }, () => pick(random, slipNames));
  const damaged = by.reduce((text, name) => (slips[name] as Slip)(text, random), address);
  // An address that lost its first slash is one of another site.
  return { damaged: damaged.startsWith('/') ? damaged : `/${damaged}`, by };
}
