import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { type Answer, toBytes } from './answer.ts';

/** What dist/server/entry.mjs exports: Astro's on-demand routes, as Connect middleware. */
export type AstroHandler = (
  request: IncomingMessage,
  response: ServerResponse,
  next: () => void,
) => Promise<void>;

/** A page made for this request; `undefined` if no on-demand route has the address. */
export async function askAstro(
  handler: AstroHandler,
  request: IncomingMessage,
): Promise<Answer | undefined> {
  const recorder = new Recorder(request);
  let hasRoute = true;
  await handler(request, recorder, () => {
    hasRoute = false;
  });
  return hasRoute ? recorder.toAnswer() : undefined;
}

/** The same for this server itself, without a connection: nobody outside asks it. */
export async function askWithin(
  handler: AstroHandler,
  path: string,
  headers: Record<string, string>,
): Promise<Answer | undefined> {
  const request = new IncomingMessage(new Socket());
  Object.assign(request, {
    method: 'GET',
    url: path,
    headers: { host: 'localhost', ...headers },
    body: Buffer.alloc(0),
  });
  return askAstro(handler, request);
}

/** Takes an answer instead of sending it, so that a page that fails half-way is never half sent. */
class Recorder extends ServerResponse {
  #chunks: Buffer[] = [];
  #failed = false;

  override writeHead(status: number, ...rest: unknown[]): this {
    this.statusCode = status;
    const headers = rest.find((argument) => typeof argument === 'object' && argument !== null);
    for (const [name, value] of Object.entries(headers ?? {})) this.setHeader(name, value);
    return this;
  }

  override write(chunk: string | Uint8Array, ...rest: unknown[]): boolean {
    this.#chunks.push(toBytes(chunk));
    const written = rest.find((argument) => typeof argument === 'function');
    written?.();
    return true;
  }

  override end(chunk?: unknown): this {
    if (typeof chunk === 'string' || chunk instanceof Uint8Array) this.write(chunk);
    this.emit('finish');
    return this;
  }

  override destroy(): this {
    this.#failed = true;
    return this;
  }

  toAnswer(): Answer {
    const headers: Answer['headers'] = {};
    for (const [name, value] of Object.entries(this.getHeaders())) {
      if (value !== undefined) headers[name] = typeof value === 'number' ? String(value) : value;
    }
    const type = String(headers['content-type'] ?? '');
    const isPage = type.startsWith('text/html');
    if (type === 'text/html') headers['content-type'] = 'text/html; charset=utf-8';
    return {
      status: this.#failed ? 500 : this.statusCode,
      headers,
      body: Buffer.concat(this.#chunks),
      ...(isPage ? { page: true as const } : {}),
    };
  }
}
