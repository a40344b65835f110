import { z } from 'zod';

/** Of an entity what a smaller schema names, and the same of what is within it. */
export function pickNamed<Schema extends z.ZodObject>(
  schema: Schema,
  entity: z.infer<Schema>,
): z.infer<Schema> {
  const picked = Object.entries(schema.shape).flatMap(([name, field]) => {
    const value: unknown = Reflect.get(entity, name);
    if (value === undefined) return [];
    return [
      [
        name,
        field instanceof z.ZodObject ? pickNamed(field, value as Record<string, unknown>) : value,
      ],
    ];
  });
  return Object.fromEntries(picked) as z.infer<Schema>;
}
