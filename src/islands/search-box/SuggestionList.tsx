import type { Suggestion } from './suggestions.ts';

interface Props {
  id: string;
  /** Its name, for a screen reader. */
  label: string;
  kinds: Record<Suggestion['kind'], string>;
  suggestions: Suggestion[];
  chosen: number | undefined;
  isOpen: boolean;
  onAccept: (suggestion: Suggestion) => void;
}

/** The popup of the combobox. Its options are never focused: the input points at the chosen one. */
export function SuggestionList({ id, label, kinds, suggestions, chosen, isOpen, onAccept }: Props) {
  return (
    <div
      class="suggestions"
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-label={label}
      hidden={!isOpen}
      // Pressing a suggestion must not take the focus from the input, which would close the list.
      onMouseDown={(event) => event.preventDefault()}
    >
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the input has the focus and takes the keys.
        // biome-ignore lint/a11y/useFocusableInteractive: as aria-activedescendant wants it.
        <div
          key={`${suggestion.kind} ${suggestion.text}`}
          class="suggestion"
          id={optionId(id, index)}
          role="option"
          aria-selected={index === chosen}
          onClick={() => onAccept(suggestion)}
        >
          <span>{suggestion.text}</span>
          <span class="suggestion-kind">{kinds[suggestion.kind]}</span>
        </div>
      ))}
    </div>
  );
}

export function optionId(listId: string, index: number): string {
  return `${listId}-${index}`;
}
