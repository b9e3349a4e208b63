import uPlot from 'uplot';
import type { Span } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { clock, day } from '../../lib/time/time';
import { number } from '../../lib/units';
import type { TimeWindow } from './Measure';
import { valueRange } from './plotData';
import { drawDoubtful, type Inks } from './plotDraw';
import { below, FRAME, plotHeight } from './plotFrame';

const DAY_SECONDS = 86_400;

export type PlotInput = {
  readonly series: Series;
  readonly spans: readonly (readonly Span[])[];
  readonly window: TimeWindow;
  readonly axis: boolean;
  readonly language: string;
  readonly zone: string;
  readonly inks: Inks;
  readonly onHover: (at: number | null) => void;
};

function timeLabels(input: PlotInput) {
  return (_u: uPlot, splits: number[], _axis: number, _space: number, step: number) =>
    splits.map((second) => {
      const at = second * 1000;
      const time = clock(at, input.language, input.zone);
      return step >= DAY_SECONDS || time === '00:00' ? day(at, input.language, input.zone) : time;
    });
}

function axes(input: PlotInput): uPlot.Axis[] {
  const { inks, axis } = input;
  const common = {
    stroke: inks.text,
    font: '11px Inter, system-ui, sans-serif',
    grid: { stroke: inks.grid, width: 1 },
    ticks: { show: false },
  };
  return [
    { ...common, size: below(axis), space: 80, gap: 6, values: axis ? timeLabels(input) : () => [] },
    {
      ...common,
      size: FRAME.left,
      space: 26,
      gap: 6,
      values: (_u, splits) => splits.map((v) => number(v, input.language)),
    },
  ];
}

export function plotOptions(input: PlotInput, width: number): uPlot.Options {
  const { series, spans, window, inks } = input;
  const [low, high] = valueRange(series, spans);
  const points = { show: true, size: 5, width: 1.5 };
  return {
    width,
    height: plotHeight(input.axis),
    padding: [FRAME.top, FRAME.right, 0, 0],
    legend: { show: false },
    tzDate: (second) => uPlot.tzDate(new Date(second * 1000), input.zone),
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 9 } },
    scales: {
      x: { time: true, range: () => [window.from / 1000, window.to / 1000] },
      y: { range: () => [low, high] },
    },
    axes: axes(input),
    series: [
      {},
      ...series.lines.map((_line, i) => {
        const stroke = inks.lines[i % inks.lines.length] ?? inks.text;
        return { stroke, width: 1.75, spanGaps: false, points: { ...points, fill: stroke, stroke } };
      }),
    ],
    hooks: {
      draw: [(u) => drawDoubtful(u, series, inks)],
      setCursor: [
        (u) => {
          const index = u.cursor.idx;
          const second = typeof index === 'number' ? u.data[0][index] : undefined;
          input.onHover(second === undefined ? null : second * 1000);
        },
      ],
    },
  };
}
