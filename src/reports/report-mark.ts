/** Stands in a listing's built page where the server puts what was reported of it. */
export const REPORT_MARK = '<!--reported-->';
