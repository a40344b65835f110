import { readdirSync } from 'node:fs';
import { readMail } from '../../../tests/support/mail/read-mail.ts';
import { readAWhile } from '../ask-site.ts';
import { eventually, expectSame, expectWords, type Step } from '../step.ts';
import type { World } from '../world.ts';

const BACKUPS = '/var/backups/directory';

/** What goes wrong once: mail that is away, a disk that is lost, a key that has to be changed. */
export const disasters: readonly Step[] = [
  { name: 'mail is away for a while', run: loseMail },
  { name: 'back up', run: backUp },
  { name: 'lose the disk and restore', run: loseDisk },
  { name: 'rotate the key', run: rotateKey },
];

// What a made-up person wrote: an alert or a notice names the reference, and holds none of it.
const TYPED = 'I would like to meet people near me.';

const lettersAbout = ({ mail }: World, reference: string) =>
  mail.copies
    .map(({ bytes }) => readMail(bytes).text)
    .filter((text) => text.includes(reference) && text.includes(TYPED)).length;

async function loseMail(world: World): Promise<string> {
  const { mail, refer, shell } = world;
  await mail.behave('refused');
  const { reference } = await refer();
  await eventually('a letter that waits', async () =>
    (await shell('sudo directory-referrals list')).includes(reference) ? true : undefined,
  );
  expectSame('the number of letters', lettersAbout(world, reference), 0);
  await mail.behave();
  await shell(`sudo directory-referrals retry ${reference} --reason 'mail is back'`).catch(
    () => '',
  );
  await eventually('the letter', () => lettersAbout(world, reference) || undefined);
  expectSame('the number of letters', lettersAbout(world, reference), 1);
  return `${reference} was accepted, waited, and went out once`;
}

async function backUp({ shell }: World): Promise<string> {
  await shell('sudo systemctl start directory-backup.service');
  const newest = readdirSync(BACKUPS).toSorted().at(-1);
  if (!newest) throw new Error(`There is nothing in ${BACKUPS}.`);
  const owner = (await shell(`stat -c '%U %a' ${BACKUPS}/${newest}`)).trim();
  expectSame('owner and mode of the backup', owner, 'directory 600');
  return `${newest}, ${owner}`;
}

async function loseDisk(world: World): Promise<string> {
  const { mail, refer, shell, guide } = world;
  await mail.behave('refused');
  const { reference } = await refer();
  await shell('sudo systemctl start directory-backup.service');
  const newest = readdirSync(BACKUPS).toSorted().at(-1);
  await shell(guide('Stop', 'systemctl stop'));
  await shell('sudo find /var/lib/directory -mindepth 1 -delete');
  await mail.behave();
  await shell(`sudo directory-referrals restore ${BACKUPS}/${newest}`);
  await shell('sudo systemctl start directory-site.socket directory-site.service');
  await world.ask('/');
  const listed = await shell('sudo directory-referrals list');
  expectWords('the list', listed, reference);
  // Long enough for a worker that would send it by itself.
  await readAWhile();
  expectSame('the number of letters sent by themselves', lettersAbout(world, reference), 0);
  await shell(`sudo directory-referrals retry ${reference} --reason 'the team has none'`);
  await eventually('the letter', () => lettersAbout(world, reference) || undefined);
  const owner = (await shell(`stat -c '%U %a' /var/lib/directory/referrals.sqlite`)).trim();
  expectSame('owner and mode of the store', owner, 'directory 600');
  const { status } = await world.health();
  return `${reference} was kept, waited for a decision, and went out once; /health ${status}`;
}

async function rotateKey(world: World): Promise<string> {
  const { shell, openForm, refer } = world;
  const opened = await openForm();
  await shell(`
before=$(sudo sed -n 's/^REFERRAL_KEY=//p' /etc/directory/site.env)
sudo sed -i "s|^REFERRAL_KEY=.*|REFERRAL_KEY=$(openssl rand -base64 32)|" /etc/directory/site.env
echo "REFERRAL_KEY_BEFORE=$before" | sudo tee -a /etc/directory/site.env >/dev/null
sudo systemctl restart directory-site`);
  const { reference } = await refer(opened);
  await eventually('the letter', () => lettersAbout(world, reference) || undefined);
  const listed = await shell('sudo directory-referrals list --all');
  expectWords('the list', listed, reference);
  const told = await shell('sudo directory-referrals key');
  return `a form opened before was accepted after, ${reference}; ${told.trim().split('\n').slice(1).join(' ')}`;
}
