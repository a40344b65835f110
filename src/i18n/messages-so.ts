import browse from '../../content/locales/so/browse.json' with { type: 'json' };
import crisis from '../../content/locales/so/crisis.json' with { type: 'json' };
import handout from '../../content/locales/so/handout.json' with { type: 'json' };
import help from '../../content/locales/so/help.json' with { type: 'json' };
import home from '../../content/locales/so/home.json' with { type: 'json' };
import letters from '../../content/locales/so/letters.json' with { type: 'json' };
import listing from '../../content/locales/so/listing.json' with { type: 'json' };
import navigator from '../../content/locales/so/navigator.json' with { type: 'json' };
import pages from '../../content/locales/so/pages.json' with { type: 'json' };
import professionals from '../../content/locales/so/professionals.json' with { type: 'json' };
import progress from '../../content/locales/so/progress.json' with { type: 'json' };
import refer from '../../content/locales/so/refer.json' with { type: 'json' };
import search from '../../content/locales/so/search.json' with { type: 'json' };
import shortlist from '../../content/locales/so/shortlist.json' with { type: 'json' };
import site from '../../content/locales/so/site.json' with { type: 'json' };
import steps from '../../content/locales/so/steps.json' with { type: 'json' };

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
