import { readFileSync } from 'node:fs';

export interface GuideBlock {
  /** The nearest heading above. */
  heading: string;
  /** What stands after the three backticks: 'sh', 'nginx'. */
  language: string;
  text: string;
}

/** The blocks of a guide that are there to be copied, in order. */
export function readBlocks(path: string): GuideBlock[] {
  const blocks: GuideBlock[] = [];
  let heading = '';
  let open: GuideBlock | undefined;
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    const fence = /^```(\w*)$/.exec(line);
    if (fence && open) {
      blocks.push(open);
      open = undefined;
    } else if (fence) {
      open = { heading, language: fence[1] ?? '', text: '' };
    } else if (open) {
      open.text += `${line}\n`;
    } else {
      heading = /^#+ (.*)$/.exec(line)?.[1] ?? heading;
    }
  }
  return blocks;
}

/** The blocks for a shell. */
export function readCommands(path: string): GuideBlock[] {
  return readBlocks(path).filter(({ language }) => language === 'sh');
}
