import { accepting } from './accepting.ts';
import type { Fault } from './fault.ts';
import { operating } from './operating.ts';
import { reports } from './reports.ts';
import { retentionAndPeople } from './retention-and-people.ts';
import { returns } from './returns.ts';
import { sending } from './sending.ts';
import { storeAndFiles } from './store-and-files.ts';
import { storeTakenAway } from './store-taken-away.ts';

export const groups: Readonly<Record<string, readonly Fault[]>> = {
  Accepting: accepting,
  Sending: sending,
  'Store and files': storeAndFiles,
  'Retention and people': retentionAndPeople,
  'Letters that come back': returns,
  'The store taken away': storeTakenAway,
  'Operating it': operating,
  'What visitors tell the editors': reports,
};

export const faults: readonly Fault[] = Object.values(groups).flat();
