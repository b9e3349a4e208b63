import type uPlot from 'uplot';
import type { Series } from '../../lib/series';

export type Inks = {
  readonly lines: readonly string[];
  readonly grid: string;
  readonly text: string;
  readonly surface: string;
  readonly doubtful: string;
};

/** The inks of tokens.css, as a canvas needs them. */
export function readInks(): Inks {
  const style = getComputedStyle(document.documentElement);
  const ink = (name: string) => style.getPropertyValue(`--hw-${name}`).trim() || '#666666';
  return {
    lines: [ink('plot'), ink('plot-2')],
    grid: ink('grid'),
    text: ink('muted'),
    surface: ink('surface'),
    doubtful: ink('technical'),
  };
}

/** Questioned values as hollow points, invalid ones as crosses. */
export function drawDoubtful(u: uPlot, series: Series, inks: Inks): void {
  const { ctx } = u;
  const r = 3.2 * devicePixelRatio;
  ctx.save();
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.strokeStyle = inks.doubtful;
  ctx.fillStyle = inks.surface;
  for (const point of series.lines.flatMap((line) => line.points)) {
    if (point.reading.validity === 'valid') continue;
    const px = u.valToPos(point.at / 1000, 'x', true);
    const py = u.valToPos(point.value, 'y', true);
    ctx.beginPath();
    if (point.reading.validity === 'questioned') {
      ctx.arc(px, py, r, 0, 2 * Math.PI);
      ctx.fill();
    } else {
      ctx.moveTo(px - r, py - r);
      ctx.lineTo(px + r, py + r);
      ctx.moveTo(px + r, py - r);
      ctx.lineTo(px - r, py + r);
    }
    ctx.stroke();
  }
  ctx.restore();
}
