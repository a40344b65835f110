// The first import of the server and of what runs beside it: from here on their content is that of the build.
import { readEnvironment } from '../../src/platform/config.ts';
import { useBuild } from '../../src/platform/files/build-in-use.ts';

useBuild(readEnvironment());
