import type { Label, Lists } from '../../directory/lists.ts';
import { days } from '../../directory/timetable/session-times.ts';
import { formatWeekday } from '../../i18n/dates.ts';
import { byLanguage, type Locale, locales } from '../../i18n/locale.ts';
import { type FacetName, type Filters, facetNames } from '../port.ts';

/** One group of boxes to tick, and what a tick would leave. */
export interface FacetGroup {
  facet: FacetName;
  options: FacetOption[];
}

interface FacetOption {
  value: string;
  label: string;
  /** Listings found if this one is ticked, whatever else of its group is. */
  count: number;
  isOn: boolean;
}

/** The list whose values a facet takes. */
export function facetItems(
  lists: Lists,
  facet: FacetName,
): readonly { slug: string; label: Label }[] {
  switch (facet) {
    case 'need':
      return lists.needs;
    case 'who':
      return lists.audiences;
    case 'cost':
      return lists.costs;
    case 'language':
      return lists.languages;
    case 'area':
      return lists.areas;
    case 'way':
      return lists.access;
    case 'day':
      return weekdayItems();
  }
}

function weekdayItems(): { slug: string; label: Label }[] {
  return days.map((day) => ({
    slug: day,
    label: byLanguage(locales, (locale) => formatWeekday(day, locale)),
  }));
}

/**
 * Every group, in the order of facetNames. A value that would leave nothing is left out unless it is
 * ticked; needs come most frequent first, others in the editors' order.
 */
export function toFacetGroups(
  counts: Record<FacetName, Record<string, number>>,
  filters: Filters,
  lists: Lists,
  locale: Locale,
): FacetGroup[] {
  return facetNames.map((facet) => {
    const options = facetItems(lists, facet)
      .map(({ slug, label }) => ({
        value: slug,
        label: label[locale],
        count: counts[facet][slug] ?? 0,
        isOn: filters[facet]?.includes(slug) ?? false,
      }))
      .filter((option) => option.count > 0 || option.isOn);
    if (facet === 'need') options.sort((a, b) => b.count - a.count);
    return { facet, options };
  });
}

/** Filters with their labels, in the order of the groups. */
export function labelFilters(
  filters: Filters,
  lists: Lists,
  locale: Locale,
): { facet: FacetName; label: string }[] {
  return facetNames.flatMap((facet) =>
    facetItems(lists, facet)
      .filter(({ slug }) => filters[facet]?.includes(slug))
      .map(({ label }) => ({ facet, label: label[locale] })),
  );
}
