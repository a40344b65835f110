const STANDS_FOR_NOTHING =
  /^(tb[acd]|to be \w+|to ?do|n\/a|none|nil|null|unknown|not known|test(ing)?|x+|[?.…_-]+|same as above)\.?$/i;
const UNFINISHED =
  /\b(tb[acd]|todo|fixme|lorem ipsum|x{3,}|to be (confirmed|announced|decided))\b|\?{2,}/i;

/** Says what stands in a text for something that is not known yet; undefined: nothing does. */
export function findPlaceholder(text: string): string | undefined {
  const [found] = STANDS_FOR_NOTHING.exec(text.trim()) ?? UNFINISHED.exec(text) ?? [];
  if (!found) return undefined;
  return `found '${found}', which stands for something that is not known yet. Leave the field out, or write what people can do: "Ring for times".`;
}
