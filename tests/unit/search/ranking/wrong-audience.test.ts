import { describe, expect, test } from 'vitest';
import type { PlannedPeople } from '../../../../src/search/plan/plan.ts';
import { excludesPeople } from '../../../../src/search/ranking/wrong-audience.ts';

const who = (sex: PlannedPeople['sex'], age: PlannedPeople['age']): PlannedPeople => ({ sex, age });

describe('a listing is for others', () => {
  test.each([
    [['men'], who('women', undefined)],
    [['women', 'bangladeshi'], who('men', undefined)],
    [['older-people'], who(undefined, 'adults')],
    [['young-people'], who(undefined, 'older-people')],
    [['young-people'], who(undefined, 'children')],
    [['children', 'parents'], who(undefined, 'older-people')],
    [['women', 'young-people'], who('women', 'older-people')],
  ])('when it is for %j and %j asks', (audiences, people) => {
    expect(excludesPeople(audiences, people)).toBe(true);
  });
});

describe('a listing is for whoever asks', () => {
  test.each([
    [['men'], who(undefined, undefined)],
    [['men', 'everyone'], who('women', 'children')],
    [['men', 'women'], who('women', undefined)],
    [['bangladeshi'], who('women', 'older-people')],
    [['children', 'young-people'], who(undefined, 'young-people')],
    [['children', 'parents'], who(undefined, 'adults')],
    [['parents'], who(undefined, 'older-people')],
    [['older-people', 'women'], who('women', 'older-people')],
  ])('when it is for %j and %j asks', (audiences, people) => {
    expect(excludesPeople(audiences, people)).toBe(false);
  });
});
