import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { readSharedData } from '../directory/shared-data.ts';

/**
 * Checks by the schemas of Open Referral UK 3.0 as the official validator compiled them, formats asserted.
 * They lie with the collected data (directory/shared-data.ts) and hold words that are not JSON Schema's.
 */
export function createHsdsChecks() {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  const compiled = new Map<string, ReturnType<typeof ajv.compile>>();
  return {
    /** One line for each error. `schema`: a file's name, 'service_list'. */
    findErrors: (schema: string, value: unknown): string[] => {
      const check = compiled.get(schema) ?? ajv.compile(readSchema(schema));
      compiled.set(schema, check);
      check(value);
      return (check.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
    },
  };
}

function readSchema(name: string): object {
  return JSON.parse(readSharedData(`hsds/oruk-3.0/validator-compiled/${name}.json`));
}
