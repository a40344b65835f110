import { type MeilisearchFault, send } from './a-meilisearch-stub.ts';

const page = '<!doctype html><title>502 Bad Gateway</title>';
const refusal = (code: string) => ({ message: code, code, type: 'invalid_request', link: '' });

/** What a search server, or what stands in front of it, may do instead of answering. */
export const meilisearchFaults = {
  'never answers': () => true,
  'hangs up': (_, response) => {
    response.destroy();
    return true;
  },
  'hangs up in the middle of a reply': (_, response) => {
    response.writeHead(200, { 'content-length': 5_000 });
    response.write('{"results":[{"hits":[');
    setTimeout(() => response.destroy(), 10);
    return true;
  },
  'cuts its reply short': (_, response) => {
    response.end('{"results":[{"hits":[{"id":"a"');
    return true;
  },
  'is a proxy with a page of its own': (_, response) => {
    response.writeHead(502, { 'content-type': 'text/html' }).end(page);
    return true;
  },
  'is a page that says all is well': (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(page);
    return true;
  },
  'is not told a key': (_, response) => {
    send(response, 401, refusal('missing_authorization_header'));
    return true;
  },
  'does not know the key': (_, response) => {
    send(response, 403, refusal('invalid_api_key'));
    return true;
  },
  'has no such index': (_, response) => {
    send(response, 404, refusal('index_not_found'));
    return true;
  },
  'has an index that cannot be filtered': (_, response) => {
    send(response, 400, refusal('invalid_search_filter'));
    return true;
  },
  'has too much to do': (_, response) => {
    response.setHeader('retry-after', '10');
    send(response, 503, refusal('too_many_search_requests'));
    return true;
  },
  'breaks down': (_, response) => {
    send(response, 500, refusal('internal'));
    return true;
  },
  'answers in another shape': (_, response) => {
    send(response, 200, { results: { hits: 'many' } });
    return true;
  },
  'answers fewer questions than were asked': (_, response) => {
    send(response, 200, { results: [{ hits: [{ id: 'a', version: 'schema.test' }] }] });
    return true;
  },
} satisfies Record<string, MeilisearchFault>;
