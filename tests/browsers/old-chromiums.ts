import { delimiter } from 'node:path';

/** Paths of the browsers to try, as the environment names them. */
export const oldChromiums = (process.env.OLD_CHROMIUM_PATHS ?? '').split(delimiter).filter(Boolean);
