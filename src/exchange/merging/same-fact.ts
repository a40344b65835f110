const comparable = {
  charityNumber: (text: string) => text.replace(/\D/g, ''),
  website: (text: string) => text.toLowerCase().replace(/^https?:\/\/(www\.)?|[/?#]*$/g, ''),
  phone: (text: string) => text.replace(/\D/g, '').replace(/^44/, '0'),
  email: (text: string) => text.toLowerCase(),
  postcode: (text: string) => text.toUpperCase().replace(/\s/g, ''),
};

/** The facts by which a listing can be known again. */
export const comparableFields = Object.keys(comparable) as (keyof typeof comparable)[];

/** Whether two values of a field mean the same number, address or place, however they are written. */
export function isSameFact(field: string, one: unknown, other: unknown): boolean {
  const known = comparableFields.find((each) => each === field);
  if (!known || typeof one !== 'string' || typeof other !== 'string') return false;
  return comparable[known](one) === comparable[known](other);
}
