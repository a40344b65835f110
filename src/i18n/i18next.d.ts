import 'i18next';
import type { messages } from './messages-en.ts';

// A key that English does not have is a type error.
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'site';
    resources: typeof messages;
  }
}
