// A Meilisearch, as our stub of it is, in a process of its own that can be killed. What its indexes hold
// outlives it: each change that is made is in the file named first. The port comes second.
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { aMeilisearchStub } from '../../support/meilisearch/a-meilisearch-stub.ts';

const [file = '', port = '0'] = process.argv.slice(2);
const stub = await aMeilisearchStub(Number(port));
if (existsSync(file)) {
  for (const index of JSON.parse(readFileSync(file, 'utf8'))) {
    stub.queue.indexes.set(index.uid, { ...index, documents: new Map(index.documents) });
  }
}
// As long as a change of this size takes.
stub.queue.takeMs(20);
stub.queue.whenDone(() => {
  const indexes = [...stub.queue.indexes.values()];
  const held = indexes.map(({ documents, ...rest }) => ({ ...rest, documents: [...documents] }));
  writeFileSync(`${file}.new`, JSON.stringify(held));
  renameSync(`${file}.new`, file);
});
console.log(`Listening at ${stub.url}`);
