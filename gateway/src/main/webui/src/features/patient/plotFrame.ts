import type { TimeWindow } from './Measure';

/** Where the plotting area lies inside a chart, in pixels: the canvas and what stands on it are held together by it. */
export const FRAME = { left: 46, right: 36, top: 20, height: 94 } as const;

/** Room below the plotting area, with or without the labels of the time axis. */
export function below(axis: boolean): number {
  return axis ? 30 : 8;
}

export function plotHeight(axis: boolean): number {
  return FRAME.top + FRAME.height + below(axis);
}

/** How far into the window an instant lies: 0 at its beginning, 1 at its end, never beyond. */
export function fraction(at: number, window: TimeWindow): number {
  return Math.min(Math.max((at - window.from) / (window.to - window.from), 0), 1);
}
