import type { Situation } from '../../../src/directory/situation.ts';

/** A situation as pages see it; its texts begin with the slug. */
export function aSituation(slug: string, fields: Partial<Situation> = {}): Situation {
  const label = (en: string) => ({ en, bn: `${en} bn`, so: `${en} so` });
  return {
    slug,
    title: label(slug),
    lead: label(`${slug}: what to do`),
    needs: ['food'],
    urgency: 'soon',
    first: [],
    also: [],
    ...fields,
  };
}
