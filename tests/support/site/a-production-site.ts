import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { hashSources, noteSources } from '../../../src/platform/files/build-sources.ts';
import { aMailServer } from '../mail/a-mail-server.ts';
import { aReferralSite } from './a-referral-site.ts';

/** Names that are nobody's, and are not set aside for examples: a production server refuses those. */
export const PRODUCTION_URL = 'https://support.directory-on-trial.org.uk';
const MAIL_DOMAIN = 'post.directory-on-trial.org.uk';

/**
 * Settings as in production: every one that it asks for, a build for PRODUCTION_URL, and a real mail server on this
 * machine. The pages of dist/ keep the address that they were built for. `project`: a folder like this one.
 */
export async function productionSettings(project = '.') {
  const folder = mkdtempSync(join(tmpdir(), 'production-'));
  for (const part of ['client', 'server']) {
    symlinkSync(resolve(project, 'dist', part), join(folder, part));
  }
  noteSources(folder, hashSources(project), new URL(PRODUCTION_URL));
  const routingFile = join(folder, 'routing.yaml');
  const example = readFileSync(join(project, 'content/routing.example.yaml'), 'utf8');
  writeFileSync(routingFile, example.replaceAll('prescribers.example', MAIL_DOMAIN));
  const mail = await aMailServer();
  return {
    mail,
    environment: {
      NODE_ENV: 'production',
      OUT_DIR: folder,
      SITE_URL: PRODUCTION_URL,
      SMTP_URL: mail.url,
      NODE_EXTRA_CA_CERTS: mail.caFile,
      MAIL_FROM: `referrals@${MAIL_DOMAIN}`,
      ROUTING_FILE: routingFile,
    },
    discard: async () => {
      await mail.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The built site as in production, with a store of its own. */
export async function aProductionSite(changes: Record<string, string> = {}, project = '.') {
  const { mail, environment, discard } = await productionSettings(project);
  const site = await aReferralSite({ ...environment, ...changes }, project);
  return {
    ...site,
    mail,
    stop: async () => {
      await site.stop();
      await discard();
    },
  };
}
