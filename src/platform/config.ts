import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { type LogLevel, logLevels } from './log.ts';
import {
  findMailProblems,
  type MailConfig,
  mailVariables,
  toMailConfig,
} from './mail/mail-settings.ts';

/**
 * The whole environment, read once at start. Every variable is listed in .env.example.
 * Variables set to nothing count as not set.
 */
export interface Config extends MailConfig {
  host: string;
  port: number;
  /** Where visitors find the site, an origin; a build bakes it into its links, so both must be given the same. */
  siteUrl: URL;
  outDir: string;
  dataDir: string;
  production: boolean;
  /** Addresses whose X-Forwarded-For is believed. */
  trustedProxies: BlockList;
  logLevel: LogLevel;
  /** Who shows it is told what monitors may know; undefined: only who asks on this machine. */
  monitorToken: string | undefined;
  /** Where alerts are posted too, https://; undefined: they are letters only. */
  alertWebhookUrl: string | undefined;
  /** Who reads what visitors tell the editors; undefined: it is stored and counted, and no letter tells of it. */
  editorsMailbox: string | undefined;
  /** Which mailbox gets which practice's referrals; undefined: content/routing.example.yaml. */
  routingFile: string | undefined;
  /** 32 bytes that wrap each letter's own key; undefined: made once, and kept in DATA_DIR. */
  referralKey: Buffer | undefined;
  /** The key before that one, which still opens what it locked; undefined: there was none, or it can go. */
  referralKeyBefore: Buffer | undefined;
  /** PostgreSQL; undefined: SQLite in DATA_DIR. */
  databaseUrl: string | undefined;
  /** The search server; undefined: search runs within this process. */
  meilisearch: MeilisearchConfig | undefined;
}

export interface MeilisearchConfig {
  url: string;
  /** The index that answers. */
  index: string;
  /** May search, nothing else. */
  searchKey: string | undefined;
  /** May write indexes; for `npm run index` alone. */
  adminKey: string | undefined;
  /** May make keys; for `npm run index -- --keys` alone. */
  masterKey: string | undefined;
}

const variables = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('expected a port number').int().min(0).max(65_535).default(4321),
  SITE_URL: z
    .url({ protocol: /^https?$/, error: 'expected https://…' })
    .refine(isOriginAlone, 'expected https://… and nothing after the name: links use no more of it')
    .default('http://127.0.0.1:4321'),
  OUT_DIR: z.string().default('dist'),
  DATA_DIR: z.string().default('var'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  TRUSTED_PROXIES: z.string().default('').transform(parseProxies),
  LOG_LEVEL: z.enum(logLevels).default('info'),
  MONITOR_TOKEN: z
    .string()
    .regex(/^\S{16,}$/, 'expected at least 16 characters, and no space among them')
    .optional(),
  ...mailVariables,
  ALERT_WEBHOOK_URL: z.url({ protocol: /^https$/, error: 'expected https://…' }).optional(),
  EDITORS_MAILBOX: z.email('expected an e-mail address').max(254).optional(),
  ROUTING_FILE: z.string().optional(),
  REFERRAL_KEY: z.base64('expected base64').transform(parseKey).optional(),
  REFERRAL_KEY_BEFORE: z.base64('expected base64').transform(parseKey).optional(),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'expected postgres://…' }).optional(),
  MEILI_URL: z.url({ protocol: /^https?$/, error: 'expected http://… or https://…' }).optional(),
  MEILI_SEARCH_KEY: z.string().optional(),
  MEILI_ADMIN_KEY: z.string().optional(),
  MEILI_MASTER_KEY: z.string().optional(),
  MEILI_INDEX: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,200}$/, 'expected letters, figures, - and _')
    .default('listings'),
});

const environmentSchema = variables
  .refine(
    ({ MEILI_SEARCH_KEY: search, MEILI_ADMIN_KEY: admin, MEILI_MASTER_KEY: master }) =>
      search === undefined || (search !== admin && search !== master),
    { path: ['MEILI_SEARCH_KEY'], error: 'may only search: give the key that the others made' },
  )
  .superRefine((read, context) => {
    for (const [name, error] of findMailProblems(read)) {
      context.addIssue({ code: 'custom', path: [name], message: error });
    }
  });

/** Names of every variable that the site reads. */
export const environmentNames = Object.keys(variables.shape);

// Without these a referral would go nowhere, or its key would lie beside what it locks.
const neededInProduction = ['SMTP_URL', 'MAIL_FROM', 'ROUTING_FILE', 'REFERRAL_KEY'] as const;

/** Thrown with all that is wrong with the environment, a line each. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError';
}

export function parseConfig(environment: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')}: ${issue.message}`,
    );
    throw new ConfigurationError(
      `The environment is not usable (see .env.example):\n${problems.join('\n')}`,
    );
  }
  const read = parsed.data;
  return {
    host: read.HOST,
    port: read.PORT,
    siteUrl: new URL(read.SITE_URL),
    outDir: read.OUT_DIR,
    dataDir: read.DATA_DIR,
    production: read.NODE_ENV === 'production',
    trustedProxies: read.TRUSTED_PROXIES,
    logLevel: read.LOG_LEVEL,
    monitorToken: read.MONITOR_TOKEN,
    ...toMailConfig(read),
    alertWebhookUrl: read.ALERT_WEBHOOK_URL,
    editorsMailbox: read.EDITORS_MAILBOX,
    routingFile: read.ROUTING_FILE,
    referralKey: read.REFERRAL_KEY,
    referralKeyBefore: read.REFERRAL_KEY_BEFORE,
    databaseUrl: read.DATABASE_URL,
    meilisearch: read.MEILI_URL
      ? {
          url: read.MEILI_URL,
          index: read.MEILI_INDEX,
          searchKey: read.MEILI_SEARCH_KEY,
          adminKey: read.MEILI_ADMIN_KEY,
          masterKey: read.MEILI_MASTER_KEY,
        }
      : undefined,
  };
}

/**
 * What a production server lacks to take referrals, a line each; nothing elsewhere. A build does not
 * ask: it takes no referral.
 */
export function findMissingInProduction(
  environment: Record<string, string | undefined>,
): readonly string[] {
  if (environment.NODE_ENV !== 'production') return [];
  return neededInProduction
    .filter((name) => !environment[name])
    .map((name) => `${name} is not set, and a production server needs it`);
}

/** process.env over a `.env` file in the working directory, if there is one. */
export function readEnvironment(): Record<string, string | undefined> {
  try {
    process.loadEnvFile();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  }
  return process.env;
}

function isOriginAlone(text: string): boolean {
  const url = URL.parse(text);
  return url === null || url.href === `${url.origin}/`;
}

function parseKey(text: string, context: z.RefinementCtx): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) {
    context.addIssue({ code: 'custom', message: `expected 32 bytes in base64, got ${key.length}` });
  }
  return key;
}

function parseProxies(list: string, context: z.RefinementCtx): BlockList {
  const proxies = new BlockList();
  for (const entry of list.split(/[\s,]+/).filter(Boolean)) {
    const [, address = '', bits] = /^([^/]*)(?:\/(.*))?$/.exec(entry) ?? [];
    const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const widest = family === 'ipv6' ? 128 : 32;
    const prefix = bits === undefined ? widest : /^\d{1,3}$/.test(bits) ? Number(bits) : -1;
    if (!isIP(address) || prefix < 0 || prefix > widest) {
      context.addIssue({ code: 'custom', message: `"${entry}" is neither an address nor a range` });
      continue;
    }
    proxies.addSubnet(address, prefix, family);
  }
  return proxies;
}
