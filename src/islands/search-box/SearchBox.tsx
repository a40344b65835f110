import type { TargetedKeyboardEvent } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { chooseNeed } from './choose-need.ts';
import { optionId, SuggestionList } from './SuggestionList.tsx';
import type { SuggestionWords } from './suggestion-words.ts';
import type { Suggestion } from './suggestions.ts';
import { useSuggestions } from './use-suggestions.ts';

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

export function SearchBox({ id, describedBy, value, words }: Props) {
  const listId = `${id}-suggestions`;
  const input = useRef<HTMLInputElement>(null);
  const [isEnhanced, setIsEnhanced] = useState(false);
  const state = useSuggestions(words);
  const { suggestions, madeFor, isOpen, chosen, suggest, close } = state;

  useEffect(() => {
    setIsEnhanced(true);
    // Words typed before this script arrived.
    const typed = input.current?.value ?? '';
    if (typed !== value && document.activeElement === input.current) suggest(typed);
  }, []);

  // At 400 % zoom the list is longer than the screen.
  useEffect(() => {
    if (chosen === undefined) return;
    document.getElementById(optionId(listId, chosen))?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);

  function accept(suggestion: Suggestion) {
    close();
    if (suggestion.kind !== 'need') return location.assign(suggestion.href);
    if (!input.current) return;
    // Words that were typed since may say more than the need, and nobody knows yet.
    const typed = input.current.value;
    const words = typed === madeFor ? suggestion.words : typed.trim();
    chooseNeed(input.current, suggestion.need, words);
  }

  return (
    <>
      <input
        {...(isEnhanced && toCombobox(listId, isOpen, chosen))}
        ref={input}
        class="text-input"
        id={id}
        type="search"
        name="q"
        defaultValue={value}
        maxLength={1500}
        autocomplete="off"
        enterkeyhint="search"
        aria-describedby={describedBy}
        onInput={(event) => suggest(event.currentTarget.value)}
        onKeyDown={(event) => takeKey(event, state, accept)}
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

function toCombobox(listId: string, isOpen: boolean, chosen: number | undefined) {
  return {
    role: 'combobox' as const,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': isOpen,
    'aria-controls': listId,
    'aria-activedescendant': chosen === undefined ? undefined : optionId(listId, chosen),
  };
}

function takeKey(
  event: TargetedKeyboardEvent<HTMLInputElement>,
  { suggestions, isOpen, chosen, move, close }: ReturnType<typeof useSuggestions>,
  accept: (suggestion: Suggestion) => void,
): void {
  // Keys pressed while a Bengali keyboard composes a letter belong to the keyboard.
  if (event.isComposing) return;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    if (suggestions.length === 0) return;
    event.preventDefault();
    move(event.key);
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
