const HOW_TO_WRITE =
  'in a user’s name or a password @ is written %40, / is %2F, ? is %3F and # is %23';

/** What keeps the address from being read at all, quoting none of it; `undefined`: it can be read. */
export function describeUnreadable(
  text: string,
  { schemes, example }: { schemes: readonly string[]; example: string },
): string | undefined {
  const [, scheme = '', rest = ''] = /^([a-z][a-z0-9+.-]*):\/\/(.*)$/is.exec(text.trim()) ?? [];
  if (!schemes.includes(scheme.toLowerCase())) {
    return `expected ${schemes.map((each) => `${each}://…`).join(' or ')}`;
  }
  const endsAt = rest.search(/[/?#]/);
  if (endsAt >= 0 && rest.lastIndexOf('@') > endsAt) {
    return `has a ${rest[endsAt]} before its last @: ${HOW_TO_WRITE}`;
  }
  const url = URL.parse(text);
  // A host with an @ or a colon too many ends up here.
  return url?.hostname ? undefined : `cannot be read: expected ${example}; ${HOW_TO_WRITE}`;
}

/**
 * What is wrong with the address of a mail server, naming the part and quoting none of it; `undefined`: it is
 * fit for use, or no URL at all, which is told elsewhere. `needsPassword`: there is no other way to log in.
 */
export function findMailUrlProblem(
  text: string,
  { needsPassword, folder }: { needsPassword: boolean; folder: boolean },
): string | undefined {
  const url = URL.parse(text);
  if (!url) return undefined;
  const { username, password, pathname, search, hash } = url;
  for (const [part, value] of [
    ['user’s name', username],
    ['password', password],
    ['folder', pathname],
  ] as const) {
    if (!isEscapedWell(value)) {
      return `its ${part} has a % that begins no letter’s code: a % itself is written %25`;
    }
  }
  if (search || hash || (!folder && pathname.length > 1)) {
    return 'expected nothing after it: in a password / is written %2F, ? is %3F and # is %23';
  }
  if (password && !username) return 'has a password, and no user before it';
  if (username && !password && needsPassword) {
    return 'has a user, and no password after it: user:password@host, or set MAIL_OAUTH_TOKEN_URL';
  }
  return undefined;
}

function isEscapedWell(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
