import type { Translator } from '../../../i18n/translator.ts';

/** What the script says on the page of a list; '{{…}}' is filled in on the page. */
export interface PanelWords {
  copied: string;
  /** '{{name}}', '{{place}}', '{{count}}' */
  moved: string;
  notCopied: string;
  modeOn: string;
  modeOff: string;
  /** '{{name}}', '{{count}}' */
  opened: string;
  started: string;
  dropped: string;
}

export function toPanelWords(t: Translator): PanelWords {
  return {
    moved: t('navigator:moved'),
    copied: t('navigator:copied'),
    notCopied: t('navigator:notCopied'),
    modeOn: t('navigator:modeOn'),
    modeOff: t('navigator:modeOff'),
    opened: t('navigator:barList'),
    started: t('navigator:started'),
    dropped: t('navigator:dropped'),
  };
}

export function readPanelWords(): PanelWords {
  return JSON.parse(document.getElementById('navigator')?.dataset.words ?? '{}') as PanelWords;
}
