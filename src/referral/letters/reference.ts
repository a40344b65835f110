const REFERENCE = /^SP-[0-9A-Z]{4}-[0-9A-Z]{4}$/;

/** The one thing that a subject holds besides our own words. Throws for anything else. */
export function requireReference(reference: string): string {
  if (REFERENCE.test(reference)) return reference;
  throw new Error('A letter was given a reference that is not of the form SP-XXXX-XXXX');
}
