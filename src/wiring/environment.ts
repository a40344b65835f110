import { parseConfig, readEnvironment } from '../platform/config.ts';
import { createLog } from '../platform/log.ts';

/** What this process was started with. Throws a ConfigurationError if that is not usable. */
export const config = parseConfig(readEnvironment());

export const log = createLog({ level: config.logLevel });
