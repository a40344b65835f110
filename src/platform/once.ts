/** Makes a thing when it is first asked for, and again if that failed. */
export function once<T>(make: () => T): () => T {
  let made: { thing: T } | undefined;
  return () => {
    if (made) return made.thing;
    const thing = make();
    made = { thing };
    if (thing instanceof Promise) {
      thing.catch(() => {
        made = undefined;
      });
    }
    return thing;
  };
}
