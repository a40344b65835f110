import type { Situation } from '../../../src/directory/situation.ts';
import { aLabel } from './a-label.ts';

/** A situation as pages see it; its texts begin with the slug. */
export function aSituation(slug: string, fields: Partial<Situation> = {}): Situation {
  return {
    slug,
    title: aLabel(slug),
    lead: aLabel(`${slug}: what to do`),
    needs: ['food'],
    urgency: 'soon',
    first: [],
    also: [],
    ...fields,
  };
}
