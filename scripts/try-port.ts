// Says before the build of `npm start`, which takes a while, what would keep the server from starting after
// it: a port that is taken, or settings that cannot be used.
import { ConfigurationError, parseConfig, readEnvironment } from '../src/platform/config.ts';
import { findListenFault } from '../src/platform/http/sockets/listen-fault.ts';

const fault = await findFault();
if (fault) {
  console.error(fault);
  process.exitCode = 1;
}

async function findFault(): Promise<string | undefined> {
  try {
    const { host, port } = parseConfig(readEnvironment());
    return await findListenFault(host, port);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.message;
    throw error;
  }
}
