import { MeilisearchApiError, MeilisearchError, MeilisearchRequestError } from 'meilisearch';
import { expect, test } from 'vitest';
import {
  isApiFault,
  isRequestFault,
} from '../../../../../src/search/engines/meilisearch/api-fault.ts';

test.each([
  ['an answer of the server', new MeilisearchApiError(new Response(null, { status: 403 })), 'api'],
  ['no answer', new MeilisearchRequestError('http://127.0.0.1:9', new Error('gone')), 'request'],
  ['another fault of the client', new MeilisearchError('other'), undefined],
  ['any other fault', new SyntaxError('<html>'), undefined],
  ['what is no fault at all', { name: 'MeilisearchApiError' }, undefined],
])('%s is told by what its class in the client calls itself', (_what, fault, kind) => {
  expect([isApiFault(fault), isRequestFault(fault)]).toEqual([kind === 'api', kind === 'request']);
});
