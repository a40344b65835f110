/** Joins the routing to its file. For src/wiring.ts. */
import type { Directory } from '../directory/directory.ts';
import { now } from '../platform/clock.ts';
import { ConfigurationError } from '../platform/config.ts';
import { findExampleMailboxes } from '../referral/routing/example-mailboxes.ts';
import { parseRouting } from '../referral/routing/parse-routing.ts';
import { createRoutingInForce } from '../referral/routing/routing-in-force.ts';
import { config, log } from './environment.ts';
import {
  isVersionReused,
  loadRoutingFile,
  noteRoutingUsed,
  stampRoutingFile,
} from './routing-file.ts';

/** Who gets which practice's referrals, by the file as it is now. */
export function openRouting(directory: Pick<Directory, 'practices'>) {
  let text = '';
  return createRoutingInForce({
    stat: () => stampRoutingFile(config.routingFile),
    read() {
      const file = loadRoutingFile(config.routingFile);
      if ('problem' in file) return { ok: false, problems: [file.problem] };
      text = file.text;
      return parseRouting(file.text, file.name, directory);
    },
    // The example is changed by whoever changes this software.
    isVersionReused: (version) =>
      config.routingFile !== undefined && isVersionReused(config.dataDir, version, text),
    // A start is refused with these by scripts/deliver.ts, beside all else that is missing.
    findUseProblems: (routing) => (config.production ? findExampleMailboxes(routing) : []),
    fail: (problems) => {
      throw new ConfigurationError(problems.join('\n'));
    },
    onInUse: ({ version }) => noteRoutingUsed(config.dataDir, version, text),
    log,
    now: () => now().getTime(),
  });
}
