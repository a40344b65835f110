import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readCommands } from '../../tests/support/docs/guide-commands.ts';
import { aMailServer } from '../../tests/support/mail/a-mail-server.ts';
import { askSite } from './ask-site.ts';
import { startProxy } from './proxy.ts';
import { startServiceManager } from './service-manager.ts';

const GUIDE = 'docs/run-the-site.md';
/** Names that are nobody's, and are not set aside for examples: a production server refuses those. */
export const SITE = 'support.directory-on-trial.org.uk';
export const MAIL_DOMAIN = 'post.directory-on-trial.org.uk';
export const REPOSITORY = '/run/directory.git';
const EDITOR = '/run/rehearsal-editor';

export type World = Awaited<ReturnType<typeof createWorld>>;

/** The machine with a mail server on it, and an operator who has the guide. `project`: this checkout. */
export async function createWorld(project: string) {
  await startServiceManager({ reload: startProxy });
  const mail = await aMailServer();
  for (const file of [mail.caFile]) chmodSync(file, 0o644);
  appendFileSync('/etc/hosts', `127.0.0.1 ${SITE}\n`);
  mkdirSync('/run/mail', { mode: 0o755 });
  writeFileSync('/run/mail/ca.pem', mail.ca);

  const substitutions = [
    {
      what: 'SITE and REPOSITORY',
      why: 'a name that is nobody’s, and a copy of this checkout as it is committed',
      change: (text: string) =>
        text
          .replace(/^SITE=.*$/m, `SITE=${SITE}`)
          .replace(/^REPOSITORY=.*$/m, `REPOSITORY=${REPOSITORY}`),
    },
    {
      what: 'after git clone',
      why: 'the packages of this checkout are put there, as no registry can be asked from here',
      change: (text: string) =>
        text.replace(
          /^(.* git clone .*)$/m,
          `$1\ncp -a ${project}/node_modules . && chown -R directory-build: node_modules`,
        ),
    },
  ];

  /** Runs a script in a shell; resolves to all that it wrote, and throws it if the script fails. */
  async function shell(script: string): Promise<string> {
    const { code, written } = await tryShell(script);
    if (code !== 0) throw new Error(`These commands ended with ${code}:\n${script}\n${written}`);
    return written;
  }

  async function tryShell(script: string): Promise<{ code: number; written: string }> {
    const environment = {
      ...process.env,
      EDITOR,
      PATH: `/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin`,
    };
    const child = spawn('bash', ['-e', '-o', 'pipefail', '-c', `${variables()}\n${script}`], {
      cwd: '/',
      env: Object.fromEntries(
        Object.entries(environment).filter(([name]) => !/^npm_|^NODE/.test(name)),
      ),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let written = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => {
        written += text;
      });
    }
    const [code] = await once(child, 'close');
    return { code: code ?? -1, written };
  }

  /** The commands of the guide under a heading that hold these words, as they stand but for the substitutions. */
  function guide(heading: string, words: string, path = GUIDE): string {
    const block = readCommands(`${project}/${path}`).find(
      (each) => each.heading === heading && each.text.includes(words),
    );
    if (!block) throw new Error(`${path} has no commands with "${words}" under "${heading}".`);
    return substitutions.reduce((text, { change }) => change(text), block.text);
  }

  function variables(): string {
    return guide('What you need', 'SITE=');
  }

  return {
    project,
    mail,
    substitutions: [
      ...substitutions,
      { what: 'sudoedit', why: 'writes what an operator would' },
      {
        what: 'systemctl, journalctl, apt-get, and sudo where there is none',
        why: 'stand-ins: scripts/rehearse/stand-ins',
      },
      {
        what: 'the certificate',
        why: 'from an authority of Caddy’s own, as nobody outside can be asked',
      },
    ],
    guide,
    shell,
    tryShell,
    ...askSite(SITE, MAIL_DOMAIN),
    /** What the operator writes when an editor opens: a shell script that gets the files. */
    typesInEditor(script: string) {
      writeFileSync(EDITOR, `#!/bin/sh -e\n${script}\n`);
      chmodSync(EDITOR, 0o755);
    },
    journal: () => readFileSync('/run/rehearsal.log', 'utf8'),
  };
}
