import type uPlot from 'uplot';
import type { Alert, Priority } from '../../lib/api/types';
import type { Span } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { alertAt } from './plotData';

export type Inks = {
  readonly lines: readonly string[];
  readonly grid: string;
  readonly text: string;
  readonly surface: string;
  readonly band: string;
  readonly hatch: string;
  readonly priority: Readonly<Record<Priority, string>>;
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
    band: ink('high-soft'),
    hatch: ink('high'),
    priority: {
      critical: ink('critical'),
      high: ink('high'),
      medium: ink('medium'),
      low: ink('low'),
      technical: ink('technical'),
    },
  };
}

function hatched(inks: Inks, scale: number): CanvasPattern | null {
  const tile = document.createElement('canvas');
  const size = Math.round(7 * scale);
  tile.width = size;
  tile.height = size;
  const ctx = tile.getContext('2d');
  if (!ctx) return null;
  ctx.fillStyle = inks.band;
  ctx.fillRect(0, 0, size, size);
  ctx.strokeStyle = inks.hatch;
  ctx.globalAlpha = 0.4;
  ctx.lineWidth = scale;
  ctx.beginPath();
  for (const shift of [-size, 0, size]) {
    ctx.moveTo(shift, size);
    ctx.lineTo(shift + size, 0);
  }
  ctx.stroke();
  return ctx.createPattern(tile, 'repeat');
}

/** Hatches what lies outside the limits, each stretch by the limits that held then, and draws the limits themselves. */
export function drawBands(u: uPlot, spans: readonly (readonly Span[])[], inks: Inks): void {
  const { ctx, bbox } = u;
  const pattern = hatched(inks, devicePixelRatio);
  const y = (v: number) => Math.min(Math.max(u.valToPos(v, 'y', true), bbox.top), bbox.top + bbox.height);
  const x = (t: number) => Math.min(Math.max(u.valToPos(t / 1000, 'x', true), bbox.left), bbox.left + bbox.width);
  ctx.save();
  spans.forEach((list, line) => {
    for (const span of list) {
      const left = x(span.from);
      const width = x(span.to) - left;
      if (width <= 0) continue;
      ctx.fillStyle = pattern ?? inks.band;
      const above = spans.length === 1 || line === 0;
      const below = spans.length === 1 || line === spans.length - 1;
      if (span.high !== null && above) ctx.fillRect(left, bbox.top, width, y(span.high) - bbox.top);
      if (span.low !== null && below) ctx.fillRect(left, y(span.low), width, bbox.top + bbox.height - y(span.low));
      ctx.strokeStyle = inks.hatch;
      ctx.lineWidth = devicePixelRatio;
      ctx.setLineDash([4 * devicePixelRatio, 3 * devicePixelRatio]);
      for (const limit of [span.low, span.high]) {
        if (limit === null) continue;
        const at = u.valToPos(limit, 'y', true);
        if (at <= bbox.top || at >= bbox.top + bbox.height) continue;
        ctx.beginPath();
        ctx.moveTo(left, at);
        ctx.lineTo(left + width, at);
        ctx.stroke();
      }
    }
  });
  ctx.restore();
}

/** Questioned values as hollow points, invalid ones as crosses. */
export function drawDoubtful(u: uPlot, series: Series, inks: Inks): void {
  const { ctx } = u;
  const r = 3.2 * devicePixelRatio;
  ctx.save();
  ctx.lineWidth = 1.5 * devicePixelRatio;
  ctx.strokeStyle = inks.priority.technical;
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

/** A flag at the top edge for every alert, on the reading that started it. */
export function drawAlerts(u: uPlot, alerts: readonly Alert[], inks: Inks): void {
  const { ctx, bbox } = u;
  const s = 5 * devicePixelRatio;
  ctx.save();
  for (const alert of alerts) {
    const px = u.valToPos(alertAt(alert) / 1000, 'x', true);
    if (px < bbox.left || px > bbox.left + bbox.width) continue;
    ctx.fillStyle = inks.priority[alert.priority];
    ctx.strokeStyle = inks.priority[alert.priority];
    ctx.lineWidth = devicePixelRatio;
    ctx.beginPath();
    ctx.moveTo(px, bbox.top);
    ctx.lineTo(px, bbox.top + bbox.height);
    ctx.globalAlpha = 0.35;
    ctx.stroke();
    ctx.globalAlpha = 1;
    ctx.beginPath();
    ctx.moveTo(px - s, bbox.top - s * 0.6);
    ctx.lineTo(px + s, bbox.top - s * 0.6);
    ctx.lineTo(px, bbox.top + s);
    ctx.closePath();
    ctx.fill();
  }
  ctx.restore();
}
