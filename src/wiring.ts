/**
 * Joins the parts: the only file that hands platform values (files, clock, configuration) to the
 * directory and to search. Pages and scripts take what they need from here.
 */
