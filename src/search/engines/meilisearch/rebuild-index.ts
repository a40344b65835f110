import type { Meilisearch, Settings } from 'meilisearch';
import type { IndexDocument } from './index-documents.ts';
import { countDocuments, deleteIndex, finish, IndexingFault } from './index-tasks.ts';
import { formatVersion, type IndexVersion } from './index-version.ts';
import { deleteInterrupted, findUnfinishedBuilds } from './interrupted-builds.ts';
import { buildingPrefix } from './keys.ts';
import { createMultiSearch } from './multi-search.ts';
import { swapIndex } from './swap-index.ts';

const BATCH = 1_000;
const PROBE_WITHIN_MS = 10_000;

export interface RebuildParts {
  client: Meilisearch;
  /** The live index. */
  index: string;
  /** Of this run alone. */
  run: string;
  settings: Settings;
  documents: readonly IndexDocument[];
  version: IndexVersion;
  report(line: string): void;
  wait(ms: number): Promise<void>;
}

/**
 * Builds a new index beside the live one and puts it in its place in one step, so no search ever meets a
 * half-built one. Whatever fails before that leaves the live index as it was; what an interrupted run left
 * behind, the next one deletes. Two runs at once each build their own, and the later swap stays.
 */
export async function rebuildIndex(parts: RebuildParts): Promise<void> {
  const { client, index, run, documents, report, wait } = parts;
  if (documents.length === 0) {
    throw new IndexingFault('There is no open listing to index. The live index is as it was.');
  }
  const prefix = buildingPrefix(index);
  const building = `${prefix}${run}`;
  const before = await findUnfinishedBuilds(client, prefix);
  try {
    await build(building, parts);
    await verify(building, parts);
    await swapIndex(client, building, index);
  } catch (fault) {
    // What went wrong first is what matters; the next run tidies up.
    await deleteIndex(client, building).catch(() => undefined);
    throw fault;
  }
  try {
    await verify(index, parts);
    report(`${index} is live: ${documents.length} listings, ${formatVersion(parts.version)}`);
  } catch (fault) {
    if (!(await isReplaced(index, parts))) throw fault;
    report(`Another run has put an index of other content in the place of ${index} since.`);
  }
  // The old one, if there was one: the two have changed names.
  await deleteIndex(client, building);
  for (const uid of await deleteInterrupted(client, { prefix, before, wait })) {
    report(`deleted ${uid}, which an interrupted run had left`);
  }
}

async function build(uid: string, parts: RebuildParts): Promise<void> {
  const { client, settings, documents, report } = parts;
  await finish(`create ${uid}`, client.createIndex(uid, { primaryKey: 'id' }));
  // First, so that the documents are indexed once.
  await finish('take the settings', client.index(uid).updateSettings(settings));
  for (let at = 0; at < documents.length; at += BATCH) {
    const batch = documents.slice(at, at + BATCH);
    const task = client.index<IndexDocument>(uid).addDocuments(batch, { primaryKey: 'id' });
    await finish(`take listings ${at + 1} to ${at + batch.length}`, task);
    report(`${uid}: ${at + batch.length} of ${documents.length} listings`);
  }
}

async function isReplaced(uid: string, { client, version }: RebuildParts): Promise<boolean> {
  const question = { condition: true, q: '', limit: 1, attributesToRetrieve: ['id', 'version'] };
  const [reply] = await createMultiSearch(client, uid)(
    [question],
    AbortSignal.timeout(PROBE_WITHIN_MS),
  );
  const held = reply?.hits[0]?.version;
  return held !== undefined && held !== formatVersion(version);
}

/** Every document is there, of this version, and can be searched and filtered. */
async function verify(uid: string, { client, documents, version }: RebuildParts): Promise<void> {
  const count = await countDocuments(client, uid);
  const ask = createMultiSearch(client, uid);
  const first = documents[0];
  const common = { attributesToRetrieve: ['id', 'version'] };
  const [all, found] = await ask(
    [
      { ...common, condition: true, q: '', limit: 0, facets: ['version'] },
      { ...common, condition: `id = "${first?.id}"`, q: String(first?.name), limit: 1 },
    ],
    AbortSignal.timeout(PROBE_WITHIN_MS),
  );
  const indexed = all?.counts.version?.[formatVersion(version)];
  if (count === documents.length && indexed === count && found?.hits[0]?.id === first?.id) return;
  throw new IndexingFault(
    `${uid} should hold ${documents.length} listings and holds ${count ?? 'none'}, of which ${indexed ?? 0} can be searched.`,
  );
}
