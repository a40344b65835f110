import type { Week } from './simulate-year.ts';

export interface Curve {
  name: string;
  weeks: readonly Week[];
}

const WIDTH = 720;
const HEIGHT = 320;
const LEFT = 46;
const BOTTOM = 36;
const TOP = 14;
const COLOURS = ['#003087', '#007f3b', '#8a1538', '#5a3d8a'];
const DASHES = ['', '7 4', '2 3', '10 3 2 3'];

/** Curves of the share that was checked within 180 days, as a picture for a page of docs. */
export function toChart(curves: readonly Curve[], title: string): string {
  const last = Math.max(...curves.map(({ weeks }) => weeks.length));
  const x = (week: number) => LEFT + ((WIDTH - LEFT - 12) * week) / last;
  const y = (share: number) => TOP + (HEIGHT - TOP - BOTTOM) * (1 - share / 100);
  const grid = [0, 25, 50, 75, 90, 100].map(
    (share) =>
      `<path d="M${LEFT} ${y(share)}H${WIDTH - 12}" stroke="${share === 90 ? '#000' : '#ccc'}"/><text x="${LEFT - 6}" y="${y(share) + 4}" text-anchor="end">${share}%</text>`,
  );
  const weeks = Array.from({ length: Math.floor(last / 13) + 1 }, (_, quarter) => quarter * 13);
  const ticks = weeks.map(
    (week) => `<text x="${x(week)}" y="${HEIGHT - 12}" text-anchor="middle">week ${week}</text>`,
  );
  const lines = curves.map(({ weeks: points }, index) => {
    const path = points.map(
      ({ week, everything }) => `${x(week).toFixed(1)} ${y(everything).toFixed(1)}`,
    );
    return `<path d="M${x(0)} ${y(0)}L${path.join('L')}" fill="none" stroke="${COLOURS[index]}" stroke-width="2.5" stroke-dasharray="${DASHES[index]}"/>`;
  });
  const names = curves.map(({ name }, index) => {
    const at = HEIGHT - BOTTOM - 16 - (curves.length - 1 - index) * 18;
    return `<path d="M${WIDTH - 240} ${at - 4}h28" stroke="${COLOURS[index]}" stroke-width="2.5" stroke-dasharray="${DASHES[index]}"/><text x="${WIDTH - 204}" y="${at}">${name}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${title}" font-family="Arial, sans-serif" font-size="12">
<title>${title}</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...grid, ...ticks, ...lines, ...names].join('\n')}
</svg>
`;
}
