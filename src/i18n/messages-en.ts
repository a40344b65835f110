import browse from '../../content/locales/en/browse.json' with { type: 'json' };
import crisis from '../../content/locales/en/crisis.json' with { type: 'json' };
import dates from '../../content/locales/en/dates.json' with { type: 'json' };
import handout from '../../content/locales/en/handout.json' with { type: 'json' };
import help from '../../content/locales/en/help.json' with { type: 'json' };
import home from '../../content/locales/en/home.json' with { type: 'json' };
import letters from '../../content/locales/en/letters.json' with { type: 'json' };
import listing from '../../content/locales/en/listing.json' with { type: 'json' };
import navigator from '../../content/locales/en/navigator.json' with { type: 'json' };
import pages from '../../content/locales/en/pages.json' with { type: 'json' };
import professionals from '../../content/locales/en/professionals.json' with { type: 'json' };
import progress from '../../content/locales/en/progress.json' with { type: 'json' };
import refer from '../../content/locales/en/refer.json' with { type: 'json' };
import search from '../../content/locales/en/search.json' with { type: 'json' };
import shortlist from '../../content/locales/en/shortlist.json' with { type: 'json' };
import site from '../../content/locales/en/site.json' with { type: 'json' };
import staff from '../../content/locales/en/staff.json' with { type: 'json' };
import steps from '../../content/locales/en/steps.json' with { type: 'json' };

export const messages = {
  browse,
  crisis,
  dates,
  help,
  home,
  listing,
  pages,
  search,
  site,
  letters,
  progress,
  refer,
  staff,
  steps,
  shortlist,
  navigator,
  handout,
  professionals,
};
