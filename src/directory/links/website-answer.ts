/** What came of asking an address once; redirects are not followed. */
export type WebsiteAnswer =
  | {
      kind: 'answered';
      status: number;
      /** Where a redirect leads, as it stands there. */
      location?: string | undefined;
      /** The beginning of the page, after GET. */
      text?: string | undefined;
    }
  | {
      kind: 'failed';
      reason: 'no-name' | 'refused' | 'certificate' | 'time' | 'other';
      detail: string;
    };

export type Ask = (url: string, method: 'HEAD' | 'GET') => Promise<WebsiteAnswer>;
