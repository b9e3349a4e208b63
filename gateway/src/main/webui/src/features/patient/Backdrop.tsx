import { Fragment, useId } from 'react';
import type { Alert } from '../../lib/api/types';
import type { Span } from '../../lib/limits';
import type { Series } from '../../lib/series';
import { number } from '../../lib/units';
import type { TimeWindow } from './Measure';
import classes from './Patient.module.css';
import { alertAt, valueRange } from './plotData';
import { FRAME, fraction } from './plotFrame';

type Props = {
  readonly series: Series;
  readonly spans: readonly (readonly Span[])[];
  readonly window: TimeWindow;
  readonly alerts: readonly Alert[];
  readonly text: string;
  readonly language: string;
};

const percent = (part: number) => `${(part * 100).toFixed(2)}%`;

/** Behind the readings: what lies outside the limits, each stretch by those that held then, and a line at every alert. */
export function Backdrop({ series, spans, window, alerts, text, language }: Props) {
  const hatch = useId();
  const [bottom, top] = valueRange(series, spans);
  const y = (value: number) => Math.min(Math.max((top - value) / (top - bottom), 0), 1);
  const onScale = (value: number | null) => value !== null && value > bottom && value < top;
  const bands = spans.flatMap((list, line) =>
    list.map((span) => {
      const left = fraction(span.from, window);
      const width = fraction(span.to, window) - left;
      return {
        key: `${line}-${span.from}`,
        x: percent(left),
        end: percent(left + width),
        width: percent(width),
        // Of several lines the uppermost owns what is above, the lowest what is below: the others are between.
        high: line === 0 ? span.high : null,
        low: line === spans.length - 1 ? span.low : null,
        limits: [span.high, span.low].filter((limit) => limit !== null).filter(onScale),
        current: span.to >= window.to,
      };
    }),
  );
  return (
    <svg
      role="img"
      aria-label={text}
      className={classes.backdrop}
      style={{
        top: FRAME.top,
        left: FRAME.left,
        height: FRAME.height,
        width: `calc(100% - ${FRAME.left + FRAME.right}px)`,
      }}
    >
      <defs>
        <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse">
          <rect width="7" height="7" className={classes.bandGround} />
          <path d="M-1 8 8-1M-1 1 1-1M6 8 8 6" className={classes.bandHatch} />
        </pattern>
      </defs>
      {bands.map((band) => (
        <Fragment key={band.key}>
          {band.high !== null && (
            <rect
              data-side="high"
              x={band.x}
              y="0"
              width={band.width}
              height={percent(y(band.high))}
              fill={`url(#${hatch})`}
            />
          )}
          {band.low !== null && (
            <rect
              data-side="low"
              x={band.x}
              y={percent(y(band.low))}
              width={band.width}
              height={percent(1 - y(band.low))}
              fill={`url(#${hatch})`}
            />
          )}
          {band.limits.map((limit) => (
            <Fragment key={limit}>
              <line
                x1={band.x}
                x2={band.end}
                y1={percent(y(limit))}
                y2={percent(y(limit))}
                className={classes.limitLine}
              />
              {band.current && (
                <text x={band.end} y={percent(y(limit))} dx="4" dy="4" className={classes.limitValue}>
                  {number(limit, language)}
                </text>
              )}
            </Fragment>
          ))}
        </Fragment>
      ))}
      {alerts
        .filter((alert) => alertAt(alert) >= window.from)
        .map((alert) => {
          const x = percent(fraction(alertAt(alert), window));
          return (
            <line
              key={alert.id}
              x1={x}
              x2={x}
              y1="0"
              y2="100%"
              data-mark={alert.priority}
              className={classes.alertLine}
            />
          );
        })}
    </svg>
  );
}
