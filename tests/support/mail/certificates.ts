import { generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';

/**
 * X.509 certificates made for one test run, so that no key lies in the repository and none runs out.
 * Node reads certificates but cannot write them; these are the few fields that TLS asks for (RFC 5280).
 */
export interface Certificate {
  cert: string;
  key: string;
}

interface Authority extends Certificate {
  /** A certificate for a server on this machine, unless told otherwise. */
  issue(about?: { hosts?: readonly string[]; from?: Date; until?: Date }): Certificate;
}

const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));

export function createAuthority(name: string): Authority {
  const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const cert = certificate({
    subject: name,
    issuer: name,
    publicKey: keys.publicKey,
    signedWith: keys.privateKey,
    extensions: [extension('551d13', sequence(tlv(0x01, Buffer.from([0xff]))))],
  });
  return {
    cert,
    key: toPem(keys.privateKey),
    issue({ hosts = ['localhost', '127.0.0.1'], ...valid } = {}) {
      const own = generateKeyPairSync('ec', { namedCurve: 'P-256' });
      return {
        key: toPem(own.privateKey),
        cert: certificate({
          subject: hosts[0] ?? '',
          issuer: name,
          ...valid,
          publicKey: own.publicKey,
          signedWith: keys.privateKey,
          extensions: [extension('551d11', sequence(...hosts.map(hostName)))],
        }),
      };
    },
  };
}

function certificate(about: {
  subject: string;
  issuer: string;
  publicKey: KeyObject;
  signedWith: KeyObject;
  extensions: readonly Buffer[];
  from?: Date;
  until?: Date;
}): string {
  // Long enough for clocks that are moved on purpose; written with two digits of the year until 2049.
  const { from = new Date('2020-01-01'), until = new Date('2049-01-01') } = about;
  const content = sequence(
    tlv(0xa0, tlv(0x02, Buffer.from([2]))),
    tlv(0x02, Buffer.concat([Buffer.from([1]), randomBytes(12)])),
    ECDSA_WITH_SHA256,
    personName(about.issuer),
    sequence(moment(from), moment(until)),
    personName(about.subject),
    about.publicKey.export({ type: 'spki', format: 'der' }),
    tlv(0xa3, sequence(...about.extensions)),
  );
  const signature = sign('sha256', content, about.signedWith);
  const der = sequence(
    content,
    ECDSA_WITH_SHA256,
    tlv(0x03, Buffer.concat([Buffer.from([0]), signature])),
  );
  const lines = der.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function personName(name: string): Buffer {
  return sequence(tlv(0x31, sequence(oid('550403'), tlv(0x0c, Buffer.from(name)))));
}

function hostName(host: string): Buffer {
  const isAddress = /^[\d.]+$/.test(host);
  return isAddress
    ? tlv(0x87, Buffer.from(host.split('.').map(Number)))
    : tlv(0x82, Buffer.from(host));
}

function moment(date: Date): Buffer {
  const text = date.toISOString().replace(/[-:T]|\.\d+/g, '');
  return tlv(0x17, Buffer.from(text.slice(2)));
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), tlv(0x04, value));
}

function oid(hex: string): Buffer {
  return tlv(0x06, Buffer.from(hex, 'hex'));
}

function sequence(...parts: readonly Buffer[]): Buffer {
  return tlv(0x30, Buffer.concat(parts));
}

function tlv(tag: number, value: Buffer): Buffer {
  const size = value.length;
  const length =
    size < 0x80 ? [size] : size < 0x100 ? [0x81, size] : [0x82, size >> 8, size & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), value]);
}

function toPem(key: KeyObject): string {
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
