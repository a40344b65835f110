import browse from '../../content/locales/bn/browse.json' with { type: 'json' };
import crisis from '../../content/locales/bn/crisis.json' with { type: 'json' };
import handout from '../../content/locales/bn/handout.json' with { type: 'json' };
import help from '../../content/locales/bn/help.json' with { type: 'json' };
import home from '../../content/locales/bn/home.json' with { type: 'json' };
import letters from '../../content/locales/bn/letters.json' with { type: 'json' };
import listing from '../../content/locales/bn/listing.json' with { type: 'json' };
import navigator from '../../content/locales/bn/navigator.json' with { type: 'json' };
import pages from '../../content/locales/bn/pages.json' with { type: 'json' };
import professionals from '../../content/locales/bn/professionals.json' with { type: 'json' };
import progress from '../../content/locales/bn/progress.json' with { type: 'json' };
import refer from '../../content/locales/bn/refer.json' with { type: 'json' };
import search from '../../content/locales/bn/search.json' with { type: 'json' };
import shortlist from '../../content/locales/bn/shortlist.json' with { type: 'json' };
import site from '../../content/locales/bn/site.json' with { type: 'json' };
import steps from '../../content/locales/bn/steps.json' with { type: 'json' };

export const messages = {
  browse,
  crisis,
  help,
  home,
  listing,
  pages,
  search,
  site,
  letters,
  progress,
  refer,
  steps,
  shortlist,
  navigator,
  handout,
  professionals,
};
