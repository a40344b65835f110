import { scoreMatch, toSortName } from '../../referral/browser.ts';
import { writeText } from '../write-text.ts';

/**
 * The form's practices: a few in sight, all others in the folded list below. Each stands in one of the two
 * places, so it is posted once; the one that is chosen is never folded away.
 */
export interface PracticeList {
  /** Whom words fit, best first. */
  findFitting(typed: string): HTMLElement[];
  /** Brings these into sight, in their order, and takes away the distances of another postcode. */
  show(fitting: readonly HTMLElement[]): void;
  /** As `show`, those that the question as the server answers it has in sight, with their distances. */
  showAsIn(question: Element): readonly HTMLElement[];
}

const DISTANCE = '.practice-distance';

export function createPracticeList(question: HTMLElement): PracticeList {
  const rest = question.querySelector('.practice-rest') as HTMLDetailsElement;
  const [shown, folded] = question.querySelectorAll<HTMLElement>('.practices');
  const practices = practicesIn(question).sort((a, b) =>
    toSortName(nameOf(a)).localeCompare(toSortName(nameOf(b)), 'en'),
  );
  let fitting: readonly HTMLElement[] = practicesIn(shown);

  function arrange() {
    const focused = document.activeElement as HTMLElement | null;
    const chosen = practices.filter(
      (each) => each.querySelector(':checked') && !fitting.includes(each),
    );
    const inSight = [...chosen, ...fitting];
    shown?.replaceChildren(...inSight);
    folded?.replaceChildren(...practices.filter((each) => !inSight.includes(each)));
    const { all = '', others = '' } = rest.dataset;
    const summary = rest.querySelector('summary');
    if (summary) writeText(summary, inSight.length === 0 ? all : others);
    // What is moved loses it.
    if (question.contains(focused)) focused?.focus({ preventScroll: true });
  }

  function show(next: readonly HTMLElement[]) {
    for (const distance of question.querySelectorAll(DISTANCE)) distance.remove();
    fitting = next;
    arrange();
  }

  // Only where it must be: what is moved under a finger is not pressed.
  const unfoldChosen = () => {
    if (!rest.open && folded?.querySelector(':checked')) arrange();
  };
  rest.addEventListener('toggle', unfoldChosen);
  keepChosenForBack(question, unfoldChosen);

  return {
    findFitting: (typed) => findFitting(practices, typed),
    show,
    showAsIn(other) {
      const [found] = other.querySelectorAll<HTMLElement>('.practices');
      const pairs = practicesIn(found).map((theirs) => ({
        theirs,
        ours: practices.find(({ dataset }) => dataset.practice === theirs.dataset.practice),
      }));
      show(pairs.flatMap(({ ours }) => ours ?? []));
      for (const { theirs, ours } of pairs) {
        const distance = theirs.querySelector(DISTANCE);
        if (distance) ours?.querySelector('label > span')?.append(distance.cloneNode(true));
      }
      return fitting;
    },
  };
}

export function nameOf(practice: HTMLElement): string {
  return practice.dataset.names?.split('|')[0] ?? '';
}

function practicesIn(part: Element | undefined): HTMLElement[] {
  return [...(part?.querySelectorAll<HTMLElement>('[data-practice]') ?? [])];
}

function findFitting(practices: readonly HTMLElement[], typed: string): HTMLElement[] {
  return practices
    .map((practice) => {
      const { names = '', whereabouts = '' } = practice.dataset;
      return { practice, ...scoreMatch({ names: names.split('|'), whereabouts }, typed) };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ practice }) => practice);
}

/**
 * A browser that comes back to a page ticks radio buttons by their order, and these change theirs: it would
 * tick another practice. So it is told not to, and a hidden box, which it fills in as well, has the answer.
 */
function keepChosenForBack(question: HTMLElement, onChosen: () => void): void {
  const kept = question.querySelector('#practiceKept') as HTMLInputElement;
  const radios = [...question.querySelectorAll<HTMLInputElement>('[name="practice"]')];
  const keep = () => {
    kept.value = radios.find(({ checked }) => checked)?.value ?? '';
    onChosen();
  };
  const tickKept = () => {
    for (const radio of radios) radio.checked ||= radio.value === kept.value;
    keep();
  };
  for (const radio of radios) radio.setAttribute('autocomplete', 'off');
  question.addEventListener('change', keep);
  tickKept();
  // Only then has a browser that came back filled it in.
  addEventListener('pageshow', tickKept, { once: true });
}
