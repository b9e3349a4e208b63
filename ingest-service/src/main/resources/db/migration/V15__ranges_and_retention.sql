-- Time in range, and months that are dropped by policy.

SET LOCAL statement_timeout = 0;

-- The bands of time in range, the only place where their limits stand: Battelino et al., Diabetes
-- Care 2019;42(8):1593, for interstitial glucose. Values are judged as whole numbers. Below
-- very_low, below low, from low to high in range, above high, above very_high.
CREATE TABLE time_in_range (
    code      text PRIMARY KEY,
    unit      text NOT NULL,
    very_low  numeric NOT NULL,
    low       numeric NOT NULL,
    high      numeric NOT NULL,
    very_high numeric NOT NULL
);
INSERT INTO time_in_range VALUES ('99504-3', 'mg/dL', 54, 70, 180, 250);

CREATE VIEW ranged AS
SELECT q.key AS quantity, t.very_low, t.low, t.high, t.very_high
FROM time_in_range t JOIN quantity_key q USING (code, unit);

-- How many of n lie outside the range, each in one column; null where there is no range.
ALTER TABLE rollup_hour ADD COLUMN very_low integer, ADD COLUMN low integer,
    ADD COLUMN high integer, ADD COLUMN very_high integer;

INSERT INTO rollup_late
SELECT DISTINCT h.patient, h.day FROM rollup_hour h JOIN ranged USING (quantity)
ORDER BY 1, 2
ON CONFLICT DO NOTHING;

-- What was measured before this day is rolled up also where a day has few readings.
ALTER TABLE rollup_done ADD COLUMN whole_before date NOT NULL DEFAULT '-infinity';

-- Months of which the rollups alone are left. What comes for them later is old history; it is added
-- to them when they are read, and they are never computed again.
CREATE TABLE dropped_month (
    month      date PRIMARY KEY,
    readings   bigint NOT NULL,
    dropped_at timestamptz NOT NULL DEFAULT now()
);

CREATE OR REPLACE FUNCTION roll_up(patients integer[], days date[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM rollup_hour h USING unnest(patients, days) AS u (patient, day)
    WHERE h.patient = u.patient AND h.day = u.day;

    INSERT INTO rollup_hour
    SELECT u.patient, u.day, m.quantity, m.hour, count(*), min(m.value), max(m.value), sum(m.value),
        sum((round(m.value) < r.very_low)::integer),
        sum((round(m.value) >= r.very_low AND round(m.value) < r.low)::integer),
        sum((round(m.value) > r.high AND round(m.value) <= r.very_high)::integer),
        sum((round(m.value) > r.very_high)::integer)
    FROM unnest(patients, days) AS u (patient, day)
    CROSS JOIN LATERAL (
        SELECT m.quantity, m.value,
            extract(hour FROM m.measured_at AT TIME ZONE 'UTC')::smallint AS hour
        FROM measured m
        WHERE m.patient = u.patient AND utc_day(m.measured_at) = u.day
            AND m.measured_at >= u.day::timestamp AT TIME ZONE 'UTC'
            AND m.measured_at < (u.day + 1)::timestamp AT TIME ZONE 'UTC'
    ) AS m
    LEFT JOIN ranged r ON r.quantity = m.quantity
    WHERE u.day < (SELECT whole_before FROM rollup_done) OR (
        SELECT count(*) FROM reading_row r
        WHERE r.patient = u.patient AND utc_day(r.measured_at) = u.day
            AND r.measured_at >= u.day::timestamp AT TIME ZONE 'UTC'
            AND r.measured_at < (u.day + 1)::timestamp AT TIME ZONE 'UTC'
    ) > 24
    GROUP BY 1, 2, 3, 4;
$$;

CREATE OR REPLACE FUNCTION roll_up_late(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    patients integer[];
    days date[];
    kept integer[];
    kept_days date[];
BEGIN
    WITH picked AS (
        SELECT l.patient, l.day FROM rollup_late l ORDER BY 1, 2 LIMIT most FOR UPDATE SKIP LOCKED)
    SELECT array_agg(p.patient), array_agg(p.day) INTO patients, days FROM picked p;
    IF patients IS NULL THEN
        RETURN 0;
    END IF;
    SELECT array_agg(u.patient), array_agg(u.day) INTO kept, kept_days
    FROM unnest(patients, days) AS u (patient, day)
    WHERE NOT EXISTS (
        SELECT FROM dropped_month d WHERE u.day >= d.month AND u.day < d.month + interval '1 month');
    -- Another statement, which sees what those committed who held a row until now.
    PERFORM roll_up(coalesce(kept, '{}'), coalesce(kept_days, '{}'));
    DELETE FROM rollup_late l USING unnest(patients, days) AS u (patient, day)
    WHERE l.patient = u.patient AND l.day = u.day;
    RETURN cardinality(patients);
END $$;

-- Brings the oldest month one step nearer to its end, if all of it was measured before a day. Its
-- days with few readings are noted first, so that they have rollups too; when no day of it waits for
-- its rollup any more, it is dropped, with the earlier versions of its readings. Gives the month if
-- it was dropped.
CREATE FUNCTION drop_month(before date) RETURNS TABLE (month date, readings bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    since date;
    past date;
    name text;
    found bigint;
BEGIN
    SELECT min(to_date(right(c.relname, 7), 'YYYY_MM')) INTO since
    FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
    WHERE i.inhparent = 'reading_row'::regclass
        AND c.relname ~ '^reading_row_[0-9]{4}_[0-9]{2}$';
    past := (since + interval '1 month')::date;
    name := 'reading_row_' || to_char(since, 'YYYY_MM');
    IF since IS NULL OR past > before OR past > (SELECT day + 1 FROM rollup_done)
        OR NOT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.drop_month', 0)) THEN
        RETURN;
    END IF;
    IF past > (SELECT whole_before FROM rollup_done) THEN
        UPDATE rollup_done SET whole_before = past;
        EXECUTE format(
            'INSERT INTO rollup_late
             SELECT DISTINCT r.patient, utc_day(r.measured_at) FROM %I r
             WHERE NOT EXISTS (SELECT FROM rollup_hour h
                 WHERE h.patient = r.patient AND h.day = utc_day(r.measured_at))
             ORDER BY 1, 2 ON CONFLICT DO NOTHING', name);
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM rollup_late l WHERE l.day >= since AND l.day < past) THEN
        RETURN;
    END IF;
    EXECUTE format('SELECT count(*) FROM %I', name) INTO found;
    -- Waits for those who are writing, who have noted their days; nobody waits long for us.
    LOCK TABLE reading_row IN ACCESS EXCLUSIVE MODE;
    IF EXISTS (SELECT FROM rollup_late l WHERE l.day >= since AND l.day < past) THEN
        RETURN;
    END IF;
    EXECUTE format('DROP TABLE %I', name);
    DELETE FROM reading_history h
    WHERE h.measured_at >= since::timestamp AT TIME ZONE 'UTC'
        AND h.measured_at < past::timestamp AT TIME ZONE 'UTC';
    INSERT INTO dropped_month (month, readings) VALUES (since, found);
    RETURN QUERY SELECT since, found;
END $$;
