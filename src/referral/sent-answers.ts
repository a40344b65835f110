/** Remembers, while the process runs, with which answers a form was sent: nothing that could be read back. */
export interface SentAnswers {
  noteStored(formToken: string, answers: object): void;
  noteMaybeStored(formToken: string, answers: object): void;
  /** Whether a form that was stored before may have been stored with other answers. True where nobody knows. */
  mayDiffer(formToken: string, answers: object): boolean;
}

// Enough for days of a busy site; who is forgotten is told that changes were not sent, which is true of all.
const MOST_FORMS = 10_000;

export function createSentAnswers(hash: (text: string) => string): SentAnswers {
  const byToken = new Map<string, string>();
  const toDigest = (answers: object) => hash(JSON.stringify(answers));

  function set(formToken: string, digest: string) {
    byToken.set(formToken, digest);
    const [oldest] = byToken.keys();
    if (byToken.size > MOST_FORMS && oldest !== undefined) byToken.delete(oldest);
  }

  return {
    noteStored: (formToken, answers) => set(formToken, toDigest(answers)),
    noteMaybeStored(formToken, answers) {
      const digest = toDigest(answers);
      // Which of two was stored nobody knows.
      set(formToken, (byToken.get(formToken) ?? digest) === digest ? digest : '');
    },
    mayDiffer: (formToken, answers) => byToken.get(formToken) !== toDigest(answers),
  };
}
