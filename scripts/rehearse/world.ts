import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readCommands } from '../../tests/support/docs/guide-commands.ts';
import { aMailServer } from '../../tests/support/mail/a-mail-server.ts';
import { askSite } from './ask-site.ts';
import { startProxy } from './proxy.ts';
import { startServiceManager } from './service-manager.ts';
import { openTerminal } from './terminal.ts';

const GUIDE = 'docs/run-the-site.md';
/** Names that are nobody's, and are not set aside for examples: a production server refuses those. */
export const SITE = 'support.directory-on-trial.org.uk';
export const MAIL_DOMAIN = 'post.directory-on-trial.org.uk';
export const REPOSITORY = '/run/directory.git';

export type World = Awaited<ReturnType<typeof createWorld>>;

/** The machine with a mail server on it, and an operator who has the guide. `project`: this checkout. */
export async function createWorld(project: string) {
  await startServiceManager({ reload: startProxy });
  const mail = await aMailServer();
  mkdirSync('/run/mail', { mode: 0o755 });
  writeFileSync('/run/mail/ca.pem', mail.ca);
  chmodSync('/run/mail/ca.pem', 0o644);
  appendFileSync('/etc/hosts', `127.0.0.1 ${SITE}\n`);
  const guide = readGuide(project);
  return {
    project,
    mail,
    guide,
    ...openTerminal(guide('What you need', 'SITE=')),
    ...askSite(SITE),
    journal: () => readFileSync('/run/rehearsal.log', 'utf8'),
  };
}

const changes = [
  {
    what: 'SITE and REPOSITORY',
    why: "a name that is nobody's, and a copy of this checkout as it is committed",
    change: (text: string) =>
      text
        .replace(/^SITE=.*$/m, `SITE=${SITE}`)
        .replace(/^REPOSITORY=.*$/m, `REPOSITORY=${REPOSITORY}`),
  },
  {
    what: 'after git clone',
    why: 'the packages of this checkout are put there, as no registry can be asked from here',
    change: (text: string, project: string) =>
      text.replace(
        /^(.* git clone .*)$/m,
        `$1\ncp -a ${project}/node_modules . && chown -R directory-build: node_modules`,
      ),
  },
];

/** All that is not as the guide says. */
export const substitutions: readonly { what: string; why: string }[] = [
  ...changes,
  { what: 'sudoedit', why: 'writes what an operator would' },
  {
    what: 'systemctl, journalctl, apt-get, and sudo where there is none',
    why: 'stand-ins: scripts/rehearse/stand-ins',
  },
  {
    what: 'certificates',
    why: "Caddy's and the mail server's are from authorities of their own, as nobody outside can be asked",
  },
];

/** The commands of the guide under a heading that hold these words, as they stand but for the substitutions. */
function readGuide(project: string) {
  return (heading: string, words: string, path = GUIDE): string => {
    const block = readCommands(`${project}/${path}`).find(
      (each) => each.heading === heading && each.text.includes(words),
    );
    if (!block) throw new Error(`${path} has no commands with "${words}" under "${heading}".`);
    return changes.reduce((text, { change }) => change(text, project), block.text);
  };
}
