-- By how many seconds a clock is ahead where that is known to two seconds, from its samples
-- (V14__device_clocks); 0 where it is not.
CREATE FUNCTION steady_offset(samples integer[]) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN coalesce(
  (SELECT median
   FROM (SELECT percentile_disc(0.5) WITHIN GROUP (ORDER BY s) AS median, count(*) AS n
         FROM unnest(samples) AS s) AS m
   WHERE n >= 5
     AND 4 * (SELECT count(*) FROM unnest(samples) AS s WHERE abs(s::bigint - median) <= 2) >= 3 * n),
  0);
