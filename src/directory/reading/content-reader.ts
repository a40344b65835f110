import type { z } from 'zod';
import { validatePlainTexts } from '../validation/plain-text.ts';
import type { ContentFile } from './content-files.ts';
import { type ContentProblem, formatField } from './content-problem.ts';
import { readYaml } from './read-yaml.ts';
import { describeIssues, type Finding } from './schema-issues.ts';

/** A YAML file that could be read, with a place to report to. */
export interface ReadFile {
  value: unknown;
  /** A value as it stands in the file: '020' of what is read as 20. */
  writtenAt(field: readonly PropertyKey[]): string | undefined;
  report(finding: Finding & { notice?: true; group?: string }): void;
}

/** Reads content files one after the other and gathers what is wrong with them. */
export function createContentReader(files: readonly ContentFile[]) {
  const problems: ContentProblem[] = [];
  const notices: ContentProblem[] = [];

  const readings = new Map<string, ReadFile | undefined>();

  /** Once for each file, however often it is asked for. */
  function readFile(file: ContentFile): ReadFile | undefined {
    if (!readings.has(file.path)) readings.set(file.path, readAnew(file));
    return readings.get(file.path);
  }

  function readAnew(file: ContentFile): ReadFile | undefined {
    const reading = readYaml(file);
    if (!reading.ok) {
      problems.push(...reading.problems);
      return undefined;
    }
    notices.push(...reading.notices);
    const report: ReadFile['report'] = ({ field, message, notice, group }) => {
      const line = reading.lineOf(field);
      const problem = { file: file.path, line, field: formatField(field), message, group };
      (notice ? notices : problems).push(problem);
    };
    for (const finding of validatePlainTexts(reading.value)) report(finding);
    return { value: reading.value, writtenAt: reading.writtenAt, report };
  }

  /** undefined: the file is missing or has a problem, which is reported. */
  function read<S extends z.ZodType>(
    path: string,
    schema: S,
    validate: (data: z.infer<S>) => Finding[],
  ): z.infer<S> | undefined {
    const file = files.find((each) => each.path === path);
    if (!file) {
      problems.push({
        file: path,
        message: 'this file is missing. The site cannot do without it.',
      });
      return undefined;
    }
    const reading = readFile(file);
    if (!reading) return undefined;
    const parsed = schema.safeParse(reading.value);
    const findings = parsed.success
      ? validate(parsed.data)
      : describeIssues(parsed.error.issues, schema, reading.value, reading.writtenAt);
    for (const finding of findings) reading.report(finding);
    return parsed.data;
  }

  return { problems, notices, readFile, read };
}

export type ContentReader = ReturnType<typeof createContentReader>;
