/** Something in content/ that an editor must put right. `message` is a note to that editor. */
export interface ContentProblem {
  /** Path from content/. */
  file: string;
  line?: number | undefined;
  /** As in the file; list entries count from 1: 'trust.checks.date, number 2'. */
  field?: string | undefined;
  message: string;
  /** What many listings have alike, so that they are told of together: 'tell people to ring, and give no phone number'. */
  group?: string | undefined;
}

/** 'content/organisations/x.yaml, line 4, area: found …' */
export function formatProblem({ file, line, field, message }: ContentProblem): string {
  const position = [`content/${file}`, line && `line ${line}`, field].filter(Boolean).join(', ');
  return `${position}: ${message}`;
}

/** Names a field to an editor: ['trust', 'checks', 1, 'date'] is 'trust.checks.date, number 2'. */
export function formatField(field: readonly PropertyKey[]): string | undefined {
  if (field.length === 0) return undefined;
  const names = field.filter((step) => typeof step !== 'number').join('.');
  const numbers = field.filter((step) => typeof step === 'number').map((step) => step + 1);
  if (numbers.length === 0) return names;
  return [names, `number ${numbers.join(', ')}`].filter(Boolean).join(', ');
}
