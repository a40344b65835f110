import type { ShownError } from './mark-errors.ts';
import type { StepWords } from './step-words.ts';

/** What stands above the question: the way back, and what to put right. */
export interface StepTopProps {
  words: StepWords;
  errors: readonly ShownError[];
  /** undefined: this is the first question. */
  onBack: (() => void) | undefined;
}

export function StepTop({ words, errors, onBack }: StepTopProps) {
  return (
    <>
      {onBack && (
        <button type="button" class="step-back" onClick={onBack}>
          {words.back}
        </button>
      )}
      {errors.length > 0 && (
        <div
          class="panel error-summary"
          id="error-summary"
          role="alert"
          aria-labelledby="error-summary-heading"
          tabIndex={-1}
        >
          <h2 id="error-summary-heading">{words.errorHeading}</h2>
          <ul class="plain-list">
            {errors.map(({ field, text }) => (
              <li key={field}>
                <a href={`#${field}`}>{text}</a>
              </li>
            ))}
          </ul>
        </div>
      )}
    </>
  );
}
