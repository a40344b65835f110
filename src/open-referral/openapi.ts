import { z } from 'zod';
import { FEED_PATH, type ListName, lists } from './answer.ts';
import { type ParameterName, parameters } from './asking/parameters.ts';
import { otherNameOf } from './asking/read-query.ts';
import { locationSchema } from './entities/location.ts';
import { organizationSchema } from './entities/organization.ts';
import { apiDetailsSchema, pageOf, problemSchema } from './entities/page.ts';
import {
  serviceAtLocationInListSchema,
  serviceAtLocationSchema,
  serviceInListSchema,
  serviceSchema,
  serviceThereSchema,
} from './entities/service-schemas.ts';
import { attributeSchema, taxonomySchema, taxonomyTermSchema } from './entities/taxonomy.ts';

/**
 * The feed's own description, as OpenAPI 3.0 has it: made from the lists, parameters and schemas by which it
 * is answered, so it cannot say anything else.
 */

/** What each list holds, in a list and alone. */
const entitySchemas = {
  services: { name: 'service', inList: serviceInListSchema, whole: serviceSchema },
  service_at_locations: {
    name: 'service_at_location',
    inList: serviceAtLocationInListSchema,
    whole: serviceAtLocationSchema,
  },
  taxonomies: { name: 'taxonomy', inList: taxonomySchema, whole: taxonomySchema },
  taxonomy_terms: { name: 'taxonomy_term', inList: taxonomyTermSchema, whole: taxonomyTermSchema },
} as const satisfies Record<ListName, { name: string; inList: z.ZodObject; whole: z.ZodObject }>;

/** What stands within others, whole. */
const withinSchemas = {
  organization: organizationSchema,
  location: locationSchema,
  attribute: attributeSchema,
  service_without_locations: serviceThereSchema,
};

/** The entities to document, each with fields of its own. */
export const entityNames = [
  'service',
  'organization',
  'location',
  'attribute',
  'service_at_location',
  'taxonomy',
  'taxonomy_term',
] as const;

/** Every parameter of any list. */
export const parameterNames = Object.keys(parameters) as ParameterName[];

export function createOpenApi(siteUrl: URL): Record<string, unknown> {
  const names = Object.keys(lists) as ListName[];
  const listPaths = names.flatMap((list) => [
    [`/${list}`, toListPath(list)],
    [`/${list}/{id}`, toOnePath(list)],
  ]);
  return {
    openapi: '3.0.3',
    info: {
      title: 'Local support directory, Open Referral UK 3.0',
      version: 'HSDS-UK-3.0',
      description: `Every listing of the directory, for other directories to reuse. What is documented is all that is served. Whose the data is: ${new URL('/about/data-sources/', siteUrl).href}`,
    },
    servers: [{ url: new URL(FEED_PATH, siteUrl).href }],
    paths: {
      '/': { get: toOperation('describe', 'What this feed is.', 'api_details', []) },
      ...Object.fromEntries(listPaths),
    },
    components: {
      schemas: toSchemas(),
      parameters: Object.fromEntries(parameterNames.map((name) => [name, toParameter(name)])),
      responses: {
        problem: {
          description: 'It cannot be answered: 400 with what to write, or 404.',
          content: { 'application/problem+json': { schema: refTo('schemas', 'problem') } },
        },
      },
    },
  };
}

function toListPath(list: ListName) {
  const { name } = entitySchemas[list];
  const described = `A page of the list. Parameters other than these are refused.`;
  return {
    get: toOperation(
      `list_${list}`,
      described,
      `${name}_page`,
      lists[list].map((parameter) => refTo('parameters', parameter)),
    ),
  };
}

function toOnePath(list: ListName) {
  const { name } = entitySchemas[list];
  const id = {
    name: 'id',
    in: 'path',
    required: true,
    description: 'An id from the list.',
    schema: { type: 'string', format: 'uuid' },
  };
  return { get: toOperation(`get_${name}`, 'One of the list, whole.', name, [id]) };
}

function toOperation(
  operationId: string,
  summary: string,
  schema: string,
  asked: readonly unknown[],
) {
  return {
    operationId,
    summary,
    parameters: asked,
    responses: {
      200: {
        description: summary,
        content: { 'application/json': { schema: refTo('schemas', schema) } },
      },
      default: refTo('responses', 'problem'),
    },
  };
}

/** What a parameter does and how to write it. */
export function describeParameter(name: ParameterName): string {
  const { description, write } = parameters[name];
  const otherName = otherNameOf(name);
  const also = otherName ? ` ${otherName} is the same.` : '';
  return `${description} Write ${write}.${also}`;
}

function toParameter(name: ParameterName) {
  return {
    name,
    in: 'query',
    required: false,
    description: describeParameter(name),
    schema: parameters[name].schema,
  };
}

function refTo(kind: 'schemas' | 'parameters' | 'responses', name: string) {
  return { $ref: `#/components/${kind}/${name}` };
}

/** JSON Schemas of all entities and pages, by name. */
export function toSchemas(): Record<string, object> {
  const registry = z.registry<{ id: string }>();
  registry.add(apiDetailsSchema, { id: 'api_details' });
  registry.add(problemSchema, { id: 'problem' });
  for (const [id, schema] of Object.entries(withinSchemas)) registry.add(schema, { id });
  for (const { name, inList, whole } of Object.values(entitySchemas)) {
    if (!registry.has(inList))
      registry.add(inList, { id: inList === whole ? name : `${name}_in_list` });
    if (!registry.has(whole)) registry.add(whole, { id: name });
    const items = inList === whole ? inList : z.union([inList, whole]);
    registry.add(pageOf(items), { id: `${name}_page` });
  }
  const { schemas } = z.toJSONSchema(registry, {
    target: 'openapi-3.0',
    uri: (id) => `#/components/schemas/${id}`,
    // A format says the same as the pattern that comes with it.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
    },
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $id: _id, ...schema }]) => [name, schema]),
  );
}
