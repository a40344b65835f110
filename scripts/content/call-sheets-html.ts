import { type CallQuestion, toCallQuestions } from '../../src/directory/checking/call-sheet.ts';
import type { DueListing } from '../../src/directory/checking/due.ts';
import { describeDue, wayToCheck } from '../../src/directory/checking/due-words.ts';
import type { Directory } from '../../src/directory/directory.ts';
import { formatDay } from '../../src/i18n/dates.ts';
import { CALL_SHEET_STYLE } from './call-sheet-style.ts';
import { factFreshnessOf } from './fact-freshness.ts';

/** A file to print, A4, one page a listing. It asks nothing of the network. */
export function toCallSheets(
  sheets: readonly DueListing[],
  { lists, site }: Pick<Directory, 'lists' | 'site'>,
  today: string,
): string {
  const pages = sheets.map((due, index) => {
    const number = `${index + 1} of ${sheets.length}`;
    return page(due, {
      lists,
      service: site.serviceName.en,
      foot: `${due.listing.slug} · printed ${formatDay(today, 'en')} · sheet ${number}`,
      today,
    });
  });
  return `<!doctype html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>Call sheets, ${formatDay(today, 'en')}</title>
<style>${CALL_SHEET_STYLE}</style>
</head>
<body>
<main>
${pages.join('\n')}
</main>
</body>
</html>
`;
}

interface PageFacts {
  lists: Directory['lists'];
  service: string;
  foot: string;
  today: string;
}

function page(due: DueListing, { lists, service, foot, today }: PageFacts): string {
  const { listing } = due;
  const rows = toCallQuestions(listing, lists).map((question) =>
    row(question, factFreshnessOf(listing, question.fact, today)),
  );
  return `<section class="sheet">
<header>
<h1>${escapeHtml(listing.name)}</h1>
<p class="reach">${escapeHtml(shorten(wayToCheck(due) ?? NO_WAY))}</p>
<p class="why">Why now: ${escapeHtml(describeDue(due))}.</p>
${advice(due)}
</header>
<p class="say">“Hello, I ring for ${escapeHtml(service)}. We tell people in the borough about you. Is what we say still right? It takes three minutes.”</p>
<ul class="outcome">
${outcomes.map((each) => `<li>${box} ${each}</li>`).join('\n')}
</ul>
<table>
<thead><tr><th>Ask</th><th>What we show</th><th class="tick">Right</th><th class="new">If not: what is right</th></tr></thead>
<tbody>
${rows.join('\n')}
</tbody>
</table>
<p class="consent">${box} They agree to be asked by e-mail, twice a year at most. Shared mailbox: <span class="line"></span></p>
<p class="signed">Date <span class="line short"></span> ${box} by phone ${box} on a visit ${box} on their website ${box} by e-mail · your initials <span class="line short"></span></p>
<p class="quiet">Write down no person’s name, mobile number or own mailbox: a role is enough (“the coordinator”).</p>
<footer>${escapeHtml(foot)}</footer>
</section>`;
}

const box = '<span class="box"></span>';

const outcomes = [
  'Spoke with them',
  'No answer: tried on <span class="line short"></span> <span class="line short"></span>',
  'Not their number',
  'Not running now',
  'Closed for good',
  '<strong>Do not list us</strong>',
];

function advice({ listing }: DueListing): string {
  if (!listing.isUrgentHelp || !listing.website) return '';
  return '<p class="why"><strong>For people in danger:</strong> look at their website first, so that you do not hold up a line.</p>';
}

function row({ ask, shown }: CallQuestion, freshness: string | undefined): string {
  const said = shown.map((line) => escapeHtml(shorten(line))).join('<br>') || 'not known';
  const checked = freshness ? `<br><small>${escapeHtml(freshness)}</small>` : '';
  const tick = shown.length > 0 ? box : '';
  return `<tr><th scope="row">${escapeHtml(ask)}</th><td>${said}${checked}</td><td class="tick">${tick}</td><td></td></tr>`;
}

const NO_WAY = 'No phone, e-mail, website or address is known: look for one.';
const LONGEST = 180;

// What is longer, such as the times of ten classes, is told by its beginning: a sheet is one page.
function shorten(line: string): string {
  const bare = line.replace(/^https?:\/\/(www\.)?|\/$/g, '');
  return bare.length > LONGEST ? `${bare.slice(0, LONGEST)} …` : bare;
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
