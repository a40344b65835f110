/** What only staff read: in English alone, for every language. */
export const staffNamespaces = ['staff'] as const;
