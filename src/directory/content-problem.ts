/** Something in content/ that an editor must put right. `message` is a note to that editor. */
export interface ContentProblem {
  /** Path from content/. */
  file: string;
  line?: number | undefined;
  /** Dotted, as in the file: 'trust.checks.0.date'. */
  field?: string | undefined;
  message: string;
}

/** 'content/organisations/x.yaml, line 4, area: found …' */
export function formatProblem({ file, line, field, message }: ContentProblem): string {
  const place = [`content/${file}`, line && `line ${line}`, field].filter(Boolean).join(', ');
  return `${place}: ${message}`;
}
