/**
 * The address that sending a search form would lead to, without empty fields, so that it reads like
 * the links on the page. `fields`: names and values in the form's order.
 */
export function toFormAddress(action: string, fields: Iterable<[string, unknown]>): string {
  const query = new URLSearchParams();
  for (const [name, value] of fields) {
    if (typeof value === 'string' && value.trim() !== '') query.append(name, value.trim());
  }
  const text = query.toString();
  return text === '' ? action : `${action}?${text}`;
}
