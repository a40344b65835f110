import { readMail } from '../../../tests/support/mail/read-mail.ts';
import { readFields } from '../../../tests/support/referral/a-referral-form.ts';
import { readAWhile } from '../ask-site.ts';
import { eventually, expectSame, expectWords, type Step } from '../step.ts';
import { MAIL_DOMAIN, REPOSITORY, SITE, type World } from '../world.ts';

/** From an empty machine to the first referral that a team has confirmed. */
export const beginning: readonly Step[] = [
  { name: 'install by the guide', run: install },
  { name: 'HTTPS by the guide', run: openToAll },
  { name: 'first referral', run: firstReferral },
];

async function install(world: World): Promise<string> {
  const { shell, guide, project, mail } = world;
  await shell(`printf '[safe]\\n\\tdirectory = *\\n[user]\\n\\tname = Editor\\n\\temail = editor@trust.example\\n' >> /etc/gitconfig
git clone --quiet --bare ${project} ${REPOSITORY}`);
  await shell(guide('Install', 'useradd'));
  const built = await shell(guide('Install', 'git clone'));
  await shell(guide('Install', 'REFERRAL_KEY='));
  world.typesInEditor(`for file in "$@"; do
  case $file in
    */site.env) printf 'SMTP_URL=%s\\nMAIL_FROM=%s\\n' '${mail.url}' 'referrals@${MAIL_DOMAIN}' >> "$file" ;;
    */routing.yaml) sed -i 's/prescribers\\.example/${MAIL_DOMAIN}/g' "$file" ;;
  esac
done`);
  await shell(guide('Install', 'sudoedit'));
  await shell(guide('Install', '/usr/local/bin/'));
  const routing = await shell(guide('Install', 'routing:check'));
  // The mail server of a rehearsal has a certificate of its own authority.
  await shell(`systemctl edit --stdin directory-site.service <<'END'
[Service]
Environment=NODE_EXTRA_CA_CERTS=/run/mail/ca.pem
END`);
  await shell(guide('Install', 'systemctl enable'));
  const told = await shell(guide('Install', 'systemctl status'));
  expectWords('/health', told, '"status":"ok"');
  const pages = /(\d+) page/.exec(built)?.[1];
  return `${pages ? `${pages} pages built, ` : ''}${routing.trim().split('\n').length} lines of routing read, /health ok`;
}

async function openToAll({ shell, guide, ask }: World): Promise<string> {
  await shell(guide('Install', 'reload caddy'));
  const page = await eventually('a page by https', () => ask('/').catch(() => undefined));
  expectSame('the status of the home page', page.status, 200);
  const claimed = await ask('/refer/');
  expectWords('the form', claimed.text, '<form');
  return `https://${SITE}/ answers ${page.status}`;
}

async function firstReferral({ refer, mail, ask, shell, guide }: World): Promise<string> {
  const { reference, statusPage } = await refer();
  const letter = await eventually('the letter', () =>
    mail.copies.map(({ bytes }) => readMail(bytes)).find(({ text }) => text.includes(reference)),
  );
  const [, path = ''] =
    new RegExp(`https://${SITE}(/refer/received/[^\\s>]+)`).exec(letter.text) ?? [];
  const page = await ask(path);
  expectSame('the status of the page behind the link', page.status, 200);
  const { opened = [''] } = readFields(page.text);
  await readAWhile();
  const pressed = await ask(path, new URLSearchParams({ opened: opened[0] ?? '', have: 'yes' }));
  if (pressed.status >= 400) throw new Error(`Pressing the button was answered ${pressed.status}.`);
  const listed = await shell(guide('Install', 'directory-referrals list'));
  expectWords('the list', listed, reference);
  expectSame('the status of the resident’s page', (await ask(statusPage)).status, 200);
  return `${reference} handed over, its team pressed (${pressed.status}), listed`;
}
