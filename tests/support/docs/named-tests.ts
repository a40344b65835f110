import { existsSync, readFileSync } from 'node:fs';
import { faults } from '../../faults/catalogue/index-of-faults.ts';

/** A test as a document names it. */
export interface NamedTest {
  path: string;
  title: string;
}

/** As a test or a group of them is called; with %s where a table fills it in; '#35 …' for a fault. */
export function hasTest({ path, title }: NamedTest): boolean {
  if (!existsSync(path)) return false;
  const source = readFileSync(path, 'utf8');
  const [, number, name] = /^#(\d+) (.+)$/.exec(title) ?? [];
  if (number) {
    const known = faults.find((each) => each.number === Number(number));
    return known?.fault === name && source.includes(`fault(${number},`);
  }
  const called = [...source.matchAll(/\(\s*(['"`])(.+?)(?<!\\)\1,/g)];
  return called.some(([, , found = '']) => found.replaceAll("\\'", "'") === title);
}
