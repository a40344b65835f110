import { randomUUID } from 'node:crypto';
import { mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { composeMail } from './compose-mail.ts';
import type { SendMail } from './mail.ts';

/**
 * Writes mail where a mail server would get them: the same bytes, an .eml file each, for a first
 * look without a mail server. A second try of a mail replaces its file.
 */
export function createFileSender(folder: string, from: string): SendMail {
  return async (mail) => {
    const bytes = await composeMail(mail, from);
    await mkdir(folder, { recursive: true, mode: 0o700 });
    const name = mail.messageId.replace(/[^\w.@-]/g, '');
    const unfinished = join(folder, `.${name}.${randomUUID()}`);
    const file = await open(unfinished, 'wx', 0o600);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, join(folder, `${name}.eml`));
    await syncFolder(folder);
    return { kind: 'handed-over', code: 250 };
  };
}

/** Until then the new name may be lost with the power. Windows has no such thing to ask for. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const opened = await open(folder);
  await opened.sync().finally(() => opened.close());
}
