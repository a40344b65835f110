import { describe, expect, test } from 'vitest';
import { chooseCrisisLines } from '../../../src/directory/crisis-lines.ts';
import { directory } from '../../../src/wiring.ts';

const namesFor = (kinds: ('suicide' | 'danger' | 'emergency')[], subjects: string[] = []) =>
  chooseCrisisLines(directory.site.crisisLines, { kinds, subjects }).map(({ name }) => name.en);

describe('lines for urgent help', () => {
  test('begin with the emergency services', () => {
    expect(namesFor(['danger'])[0]).toBe('Emergency services');
    expect(namesFor(['danger'], ['child-harmed'])[0]).toBe('Emergency services');
  });

  test('are those for the kind of danger', () => {
    expect(namesFor(['suicide'])).toContain('Samaritans');
    expect(namesFor(['suicide'])).toContain('Shout');
    expect(namesFor(['danger'])).not.toContain('Samaritans');
  });

  test('are not for a subject that nobody spoke of', () => {
    expect(namesFor(['danger'])).not.toContain('Forced Marriage Unit');
  });

  test.each([
    ['forced-marriage-or-fgm', 'Forced Marriage Unit'],
    ['sexual-violence', 'Rape Crisis'],
    ['child-harmed', 'NSPCC helpline'],
  ])('put whoever knows most about %s next', (subject, name) => {
    expect(namesFor(['danger'], [subject])[1]).toBe(name);
  });

  test('keep a child’s own line where a child is harmed', () => {
    expect(namesFor(['danger'], ['child-harmed'])).toContain('Childline');
  });
});
