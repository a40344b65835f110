import { createSocket } from 'node:dgram';
import { once } from 'node:events';

const TXT = 16;

/**
 * A DNS server on UDP (RFC 1035) that knows texts by name, on a free port of this machine: for
 * `new Resolver().setServers([address])`. A name it does not know does not exist; `broken()` names end in a fault.
 */
export async function aNameServer(
  texts: Readonly<Record<string, readonly string[]>>,
  { isBroken = false }: { isBroken?: boolean } = {},
) {
  const socket = createSocket('udp4');
  socket.on('message', (query, from) => {
    const { name, end } = readName(query);
    const found = isBroken ? [] : (texts[name.toLowerCase()] ?? []);
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    // An answer, with recursion; then no fault, SERVFAIL, or NXDOMAIN.
    header.writeUInt16BE(0x8180 | (isBroken ? 2 : found.length > 0 ? 0 : 3), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(found.length, 6);
    const question = query.subarray(12, end + 4);
    socket.send(Buffer.concat([header, question, ...found.map(toRecord)]), from.port, from.address);
  });
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return {
    address: `127.0.0.1:${socket.address().port}`,
    close: () => socket.close(),
  };
}

function readName(query: Buffer): { name: string; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) {
    labels.push(query.toString('latin1', at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join('.'), end: at + 1 };
}

/** The name is that of the question (a pointer to it); a text is parts of 255 bytes at most. */
function toRecord(text: string): Buffer {
  const parts = text.match(/[\s\S]{1,255}/g) ?? [''];
  const data = Buffer.concat(
    parts.map((part) => Buffer.concat([Buffer.from([part.length]), Buffer.from(part, 'latin1')])),
  );
  const head = Buffer.from([
    0xc0,
    12,
    0,
    TXT,
    0,
    1,
    0,
    0,
    0,
    60,
    data.length >> 8,
    data.length & 255,
  ]);
  return Buffer.concat([head, data]);
}
