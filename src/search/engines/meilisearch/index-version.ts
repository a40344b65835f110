import type { SearchDefinition } from '../../definition/definition.ts';
import { toMeilisearchSettings } from './settings.ts';

/** What an index was made from; its documents all carry it. */
export interface IndexVersion {
  /** Of the settings and of the form of the documents: another one cannot be searched by this server. */
  schema: string;
  /** Of content/ and search-index/: another one is only out of date. */
  content: string;
}

// Counted up when toIndexDocuments makes other documents of the same content.
const DOCUMENT_FORM = 2;

export function toIndexVersion(
  definition: SearchDefinition,
  content: string,
  hash: (text: string) => string,
): IndexVersion {
  const schema = [DOCUMENT_FORM, toMeilisearchSettings(definition), definition.normalise];
  return { schema: hash(JSON.stringify(schema)).slice(0, 12), content };
}

export function formatVersion({ schema, content }: IndexVersion): string {
  return `${schema}.${content}`;
}

/** undefined: not written by us. */
export function parseVersion(text: string | undefined): IndexVersion | undefined {
  const [schema, content, ...rest] = text?.split('.') ?? [];
  return schema && content && rest.length === 0 ? { schema, content } : undefined;
}
