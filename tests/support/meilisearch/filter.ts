import { distanceMetres } from '../../../src/directory/distance.ts';

export type Stored = Record<string, unknown>;
export type Test = (document: Stored) => boolean;

/** A filter in Meilisearch's language that is not one, or asks for an attribute that cannot be filtered. */
export class BadFilter extends Error {}

/** The part of the language that we speak: =, IN, AND, OR, brackets, _geoRadius. */
export function parseFilter(text: string, isFilterable: (attribute: string) => boolean): Test {
  const tokens = text.match(/"(?:[^"\\]|\\.)*"|[()[\],=]|[^\s()[\],="]+/g) ?? [];
  let at = 0;
  const next = () => tokens[at++] ?? '';
  const take = (token: string) => {
    const found = next();
    if (found !== token) throw new BadFilter(`expected ${token} at ${at}, found ${found}`);
  };

  function either(): Test {
    const parts = [both()];
    while (tokens[at] === 'OR' && next()) parts.push(both());
    return (document) => parts.some((part) => part(document));
  }
  function both(): Test {
    const parts = [one()];
    while (tokens[at] === 'AND' && next()) parts.push(one());
    return (document) => parts.every((part) => part(document));
  }
  function one(): Test {
    const token = next();
    if (token === '(') {
      const inner = either();
      take(')');
      return inner;
    }
    if (token === '_geoRadius') return radius();
    if (!isFilterable(token)) throw new BadFilter(`${token} is not filterable`);
    const values = new Set(tokens[at] === 'IN' ? list() : [single()]);
    return (document) => valuesOf(document[token]).some((value) => values.has(value));
  }
  function radius(): Test {
    if (!isFilterable('_geo')) throw new BadFilter('_geo is not filterable');
    take('(');
    const numbers = [next(), take(','), next(), take(','), next()].map(Number);
    take(')');
    const [latitude = 0, , longitude = 0, , metres = 0] = numbers;
    return ({ _geo }) => {
      const place = _geo as { lat: number; lng: number } | undefined;
      if (!place) return false;
      const position = { latitude: place.lat, longitude: place.lng };
      return distanceMetres({ latitude, longitude }, position) <= metres;
    };
  }
  function list(): string[] {
    next();
    take('[');
    const values: string[] = [];
    while (tokens[at] !== ']') {
      values.push(unquote(next()));
      if (tokens[at] === ',') next();
    }
    take(']');
    return values;
  }
  function single(): string {
    take('=');
    return unquote(next());
  }

  const test = either();
  if (at !== tokens.length) throw new BadFilter(`nothing may come after ${at}`);
  return test;
}

const read = new WeakMap<object, string[]>();

export function valuesOf(value: unknown): string[] {
  if (value === undefined || value === null) return [];
  if (typeof value !== 'object') return [toValue(value)];
  const values = read.get(value) ?? [value].flat().map(toValue);
  read.set(value, values);
  return values;
}

// Equality takes no notice of case.
function toValue(value: unknown): string {
  return String(value).toLowerCase();
}

function unquote(token: string): string {
  const text = token.startsWith('"') ? token.slice(1, -1).replace(/\\(["\\])/g, '$1') : token;
  if (Buffer.byteLength(text) > 468) throw new BadFilter('a value is longer than 468 bytes');
  return text.toLowerCase();
}
