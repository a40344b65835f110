/** An object of a feed, of which nothing is sure. */
export type Entity = Readonly<Record<string, unknown>>;

export function toEntity(value: unknown): Entity | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Entity)
    : undefined;
}

/** The objects of a list, of the first of these names that has some. */
export function listAt(entity: Entity | undefined, ...names: string[]): Entity[] {
  for (const name of names) {
    const value = entity?.[name];
    const list = Array.isArray(value)
      ? value.map(toEntity).filter((each) => each !== undefined)
      : [];
    if (list.length > 0) return list;
  }
  return [];
}

/** The first text that is one, of these names; '' if there is none. */
export function textAt(entity: Entity | undefined, ...names: string[]): string {
  for (const name of names) {
    const value = entity?.[name];
    if (typeof value === 'string' && value.trim()) return value.trim();
    if (typeof value === 'number') return String(value);
  }
  return '';
}
