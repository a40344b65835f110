import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Locale } from '../../i18n/locale.ts';
import { askSuggestions } from '../../search/browser.ts';
import { createLatestOnly } from '../latest-only.ts';
import { announce } from '../search-status.ts';
import { chooseNeed } from './choose-need.ts';
import { optionId, SuggestionList } from './SuggestionList.tsx';
import {
  isWorthAsking,
  moveChoice,
  type NeedLabels,
  type Suggestion,
  suggestNeeds,
  toSuggestions,
} from './suggestions.ts';

/** What the page gives to the box, in its own language. */
export interface SuggestionWords {
  locale: Locale;
  needs: NeedLabels;
  /** Name of the list of suggestions. */
  list: string;
  kinds: Record<Suggestion['kind'], string>;
  /** What a screen reader hears, by number of suggestions, from none to the most there can be. */
  counts: string[];
}

/**
 * The words field of a search form, with suggestions, over the input that components/SearchForm.astro
 * renders. What it must do: acceptance.md.
 */
interface Props {
  /** Of the input: what the form's label points at. */
  id: string;
  describedBy?: string | undefined;
  value: string;
  words: SuggestionWords;
}

// Short enough to feel immediate, long enough that a word typed at speed is asked for once.
const PAUSE_MS = 100;
// After this long the page offers what it knows by itself.
const SLOW_MS = 500;

export function SearchBox({ id, describedBy, value, words }: Props) {
  const { locale, needs } = words;
  const listId = `${id}-suggestions`;
  const [latest] = useState(createLatestOnly);
  const input = useRef<HTMLInputElement>(null);
  const [isEnhanced, setIsEnhanced] = useState(false);
  const [suggestions, setSuggestions] = useState<Suggestion[]>([]);
  const [isOpen, setIsOpen] = useState(false);
  const [chosen, setChosen] = useState<number>();

  useEffect(() => {
    setIsEnhanced(true);
    // Words typed before this script arrived.
    const typed = input.current?.value ?? '';
    if (typed !== value && document.activeElement === input.current) suggest(typed);
    return latest.stop;
  }, []);

  // At 400 % zoom the list is longer than the screen.
  useEffect(() => {
    if (chosen === undefined) return;
    document.getElementById(optionId(listId, chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

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
        if (!signal.aborted) shown = show(suggestNeeds(typed, needs));
      }, SLOW_MS);
      const answer = await askSuggestions(typed, locale, signal);
      clearTimeout(slow);
      if (signal.aborted) return;
      const found = answer
        ? show(toSuggestions(typed, needs, answer, shown))
        : show(suggestNeeds(typed, needs));
      announce('suggestions', words.counts[found.length] ?? '');
    }, PAUSE_MS);
  }

  function show(found: Suggestion[]): Suggestion[] {
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

  function accept(suggestion: Suggestion) {
    close();
    if (suggestion.kind !== 'need') location.assign(suggestion.href);
    else if (input.current) chooseNeed(input.current, suggestion.need, suggestion.words);
  }

  function onKeyDown(event: TargetedKeyboardEvent<HTMLInputElement>) {
    // Keys pressed while a Bengali keyboard composes a letter belong to the keyboard.
    if (event.isComposing) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (suggestions.length === 0) return;
      event.preventDefault();
      setIsOpen(true);
      setChosen(moveChoice(isOpen ? chosen : undefined, event.key, suggestions.length));
    } else if (event.key === 'Escape' && isOpen) {
      event.preventDefault();
      close();
    } else if (event.key === 'Enter') {
      const suggestion = isOpen && chosen !== undefined ? suggestions[chosen] : undefined;
      close();
      if (!suggestion) return;
      event.preventDefault();
      accept(suggestion);
    }
  }

  const combobox = isEnhanced && {
    role: 'combobox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': chosen === undefined ? undefined : optionId(listId, chosen),
  };

  return (
    <>
      <input
        {...combobox}
        ref={input}
        class="text-input"
        id={id}
        type="search"
        name="q"
        defaultValue={value}
        maxLength={200}
        autocomplete="off"
        enterkeyhint="search"
        aria-describedby={describedBy}
        onInput={(event) => suggest(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onBlur={close}
      />
      <SuggestionList
        id={listId}
        label={words.list}
        kinds={words.kinds}
        suggestions={suggestions}
        chosen={chosen}
        isOpen={isOpen}
        onAccept={accept}
      />
    </>
  );
}
