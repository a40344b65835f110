import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { getCACertificates } from 'node:tls';
import { ConfigurationError } from '../config.ts';

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/**
 * Whose certificates the mail servers are trusted by: those of the file, and all that are trusted without it (the
 * usual ones, and NODE_EXTRA_CA_CERTS). `undefined`: no file, so the usual ones. Throws a ConfigurationError if the
 * file cannot be read or holds no certificate.
 */
export function readMailAuthorities(file: string | undefined): string[] | undefined {
  if (file === undefined) return undefined;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code = 'unknown' } = error as NodeJS.ErrnoException;
    throw new ConfigurationError(`MAIL_CA_FILE: ${file} cannot be read (${code}).`);
  }
  const own = text.match(CERTIFICATE) ?? [];
  if (own.length === 0 || !own.every(isCertificate)) {
    throw new ConfigurationError(
      `MAIL_CA_FILE: ${file} holds no certificates in PEM, or a damaged one: expected -----BEGIN CERTIFICATE----- and what belongs to it.`,
    );
  }
  return [...getCACertificates('default'), ...own];
}

function isCertificate(pem: string): boolean {
  try {
    new X509Certificate(pem);
    return true;
  } catch {
    return false;
  }
}
