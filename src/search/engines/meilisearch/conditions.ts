/**
 * Filter expressions in Meilisearch's language, put together from parts. true and false are the conditions
 * that need not be asked: everything, nothing.
 */
export type Condition = string | boolean;

export function allOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(false)) return false;
  return join(conditions, ' AND ') ?? true;
}

export function anyOf(conditions: readonly Condition[]): Condition {
  if (conditions.includes(true)) return true;
  return join(conditions, ' OR ') ?? false;
}

export function equals(attribute: string, value: string | boolean): Condition {
  return `${attribute} = ${quote(String(value))}`;
}

/** One of the values; none of no values. */
export function isIn(attribute: string, values: readonly string[]): Condition {
  if (values.length === 0) return false;
  return `${attribute} IN [${values.map(quote).join(', ')}]`;
}

function join(conditions: readonly Condition[], operator: string): string | undefined {
  const parts = [...new Set(conditions)].filter((condition) => typeof condition === 'string');
  if (parts.length < 2) return parts[0];
  return parts.map((part) => `(${part})`).join(operator);
}

// The language knows no other escapes.
function quote(value: string): string {
  return `"${value.replace(/["\\]/g, '\\$&')}"`;
}
