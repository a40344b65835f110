/** The fields of an entity, for people to read, from its JSON Schema. */
export interface FieldSection {
  /** Where they stand: 'service', 'service.organization', 'service.schedules[]'. */
  name: string;
  fields: Field[];
}

export interface Field {
  name: string;
  /** 'string (uuid), always there', 'active | defunct', 'list'. */
  type: string;
  description: string;
}

interface Schema {
  type?: string;
  format?: string;
  enum?: unknown[];
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  /** Of another entity: '#/components/schemas/location'. */
  $ref?: string;
  allOf?: Schema[];
}

/** Its own fields first, then those of what is within it. */
export function listFields(name: string, schema: object): FieldSection[] {
  const { properties = {}, required = [] } = schema as Schema;
  const entries = Object.entries(properties);
  const within = entries.flatMap(([field, each]) => {
    if (each.properties) return listFields(`${name}.${field}`, each);
    return each.items?.properties ? listFields(`${name}.${field}[]`, each.items) : [];
  });
  const fields = entries.map(([field, each]) => ({
    name: field,
    type: `${toType(each)}${required.includes(field) ? ', always there' : ''}`,
    description: each.description ?? '',
  }));
  return [{ name, fields }, ...within];
}

function toType(schema: Schema): string {
  const { type, format, enum: values, items, properties } = schema;
  const entity = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  if (entity) return entity;
  if (values) return values.map(String).join(' | ');
  if (items) return items.properties ? 'list' : `list of ${toType(items)}`;
  if (properties || !type) return 'object';
  return format ? `${type} (${format})` : type;
}
