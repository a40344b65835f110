import { useEffect, useState } from 'preact/hooks';
import { askSuggestions } from '../../search/browser.ts';
import { createLatestOnly } from '../latest-only.ts';
import { announce } from '../search-status.ts';
import type { SuggestionWords } from './suggestion-words.ts';
import {
  isWorthAsking,
  moveChoice,
  type Suggestion,
  suggestNeeds,
  toSuggestions,
} from './suggestions.ts';

// Short enough to feel immediate, long enough that a word typed at speed is asked for once.
const PAUSE_MS = 100;
// After this long the page offers what it knows by itself.
const SLOW_MS = 500;

/** The suggestions for what is typed, and which of them is chosen. Knows neither the input nor its keys. */
export function useSuggestions({ locale, needs, counts }: SuggestionWords) {
  const [latest] = useState(createLatestOnly);
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [madeFor, setMadeFor] = useState('');
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<number>();

  useEffect(() => latest.stop, []);

  function suggest(typed: string) {
    setChosen(undefined);
    announce('suggestions', '');
    if (!isWorthAsking(typed)) {
      close();
      return;
    }
    latest.start(async (signal) => {
      let shown: Suggestion[] = [];
      const slow = setTimeout(() => {
        if (!signal.aborted) shown = show(typed, suggestNeeds(typed, needs));
      }, SLOW_MS);
      const answer = await askSuggestions(typed, locale, signal);
      clearTimeout(slow);
      if (signal.aborted) return;
      const found = answer
        ? show(typed, toSuggestions(typed, needs, answer, shown))
        : show(typed, suggestNeeds(typed, needs));
      announce('suggestions', counts[found.length] ?? '');
    }, PAUSE_MS);
  }

  function show(typed: string, found: Suggestion[]): Suggestion[] {
    setMadeFor(typed);
    setSuggestions(found);
    setIsOpen(found.length > 0);
    return found;
  }

  function close() {
    latest.stop();
    setIsOpen(false);
    setChosen(undefined);
    announce('suggestions', '');
  }

  function move(key: 'ArrowDown' | 'ArrowUp') {
    setIsOpen(true);
    setChosen(moveChoice(isOpen ? chosen : undefined, key, suggestions.length));
  }

  return { suggestions, madeFor, isOpen, chosen, suggest, move, close };
}
