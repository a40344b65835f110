import { BlockList, isIP } from 'node:net';
import { z } from 'zod';
import { type LogLevel, logLevels } from './log.ts';

/**
 * The whole environment, read once at start. Every variable is listed in .env.example.
 * Variables set to nothing count as not set.
 */
export interface Config {
  host: string;
  port: number;
  /** Where visitors find the site; a build bakes it into its links, so both must be given the same. */
  siteUrl: URL;
  outDir: string;
  dataDir: string;
  production: boolean;
  /** Addresses whose X-Forwarded-For is believed. */
  trustedProxies: BlockList;
  logLevel: LogLevel;
}

const environmentSchema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce.number('expected a port number').int().min(0).max(65_535).default(4321),
  SITE_URL: z.url({ protocol: /^https?$/ }).default('http://127.0.0.1:4321'),
  OUT_DIR: z.string().default('dist'),
  DATA_DIR: z.string().default('var'),
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  TRUSTED_PROXIES: z.string().default('').transform(parseProxies),
  LOG_LEVEL: z.enum(logLevels).default('info'),
});

/** Names of every variable that the site reads. */
export const environmentNames = Object.keys(environmentSchema.shape);

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
  };
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
