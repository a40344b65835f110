import { describe, expect, test } from 'vitest';
import { inAllLanguages } from '../../src/search/crisis/crisis-lists.ts';
import { explainCrisis, loadJudgedPhrases } from '../support/search/crisis.ts';
import { searchDefinition, tokeniser } from '../support/search/search-definition.ts';

const { subjects, harmless } = searchDefinition.crisis;

describe('crisis words', () => {
  test.each(subjects.map(({ name, phrases }) => [name, inAllLanguages(phrases)] as const))(
    'for %s bring urgent help, each of them',
    (_, phrases) => {
      expect(phrases.filter((phrase) => !explainCrisis(phrase))).toEqual([]);
    },
  );

  test('do not bring it in phrases that only sound like it', () => {
    expect(inAllLanguages(harmless.phrases).filter((phrase) => explainCrisis(phrase))).toEqual([]);
  });

  test('are learnt from sentences that are no exam questions', () => {
    const plain = (text: string) => tokeniser.words(text).join(' ');
    const asked = new Set(
      ['judged-crisis.jsonl', 'judged-crisis.held-out.jsonl'].flatMap((file) =>
        loadJudgedPhrases(`search-index/${file}`)
          .filter(({ phrase }) => tokeniser.words(phrase).length > 3)
          .map(({ phrase }) => plain(phrase)),
      ),
    );
    const copied = [...subjects, harmless].flatMap(({ examples, phrases }) =>
      [...inAllLanguages(examples), ...inAllLanguages(phrases)].filter((text) =>
        asked.has(plain(text)),
      ),
    );
    // Counted, not shown: nobody is to read the held-out phrases.
    expect(copied.length).toBe(0);
  });
});
