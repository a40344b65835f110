import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, test } from 'vitest';
import { lists } from '../../../src/open-referral/answer.ts';
import { createOpenApi } from '../../../src/open-referral/openapi.ts';

interface Described {
  info: { version: string };
  servers: { url: string }[];
  paths: Record<string, { get: { parameters: { $ref?: string }[] } }>;
  components: { schemas: Record<string, unknown>; parameters: Record<string, unknown> };
}
const document = createOpenApi(new URL('https://help.example'));
const described = document as unknown as Described;

describe('the description of the open data', () => {
  test('is OpenAPI', async () => {
    const { valid, errors } = await new Validator().validate(structuredClone(document));

    expect(errors).toBeUndefined();
    expect(valid).toBe(true);
  });

  test('has all nine addresses, and what each may be asked for', () => {
    expect(Object.keys(described.paths)).toHaveLength(9);
    for (const [list, names] of Object.entries(lists)) {
      const asked = described.paths[`/${list}`]?.get.parameters.map(({ $ref }) => $ref);

      expect(asked).toEqual(names.map((name) => `#/components/parameters/${name}`));
    }
  });

  test('says of every field and parameter what it means', () => {
    const undescribed = Object.entries(described.components.schemas).flatMap(([name, schema]) =>
      fieldsIn(schema).flatMap(([field, { description }]) =>
        description ? [] : `${name}.${field}`,
      ),
    );

    expect(undescribed).toEqual([]);
  });
});

type Field = [name: string, schema: { description?: string }];

function fieldsIn(schema: unknown): Field[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties = {}, ...rest } = schema as { properties?: Record<string, object> };
  const within = [...Object.values(properties), ...Object.values(rest)].flatMap(fieldsIn);
  return [...(Object.entries(properties) as Field[]), ...within];
}
