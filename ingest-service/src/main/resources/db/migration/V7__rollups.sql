-- Hourly rollups of days with many readings. A day with few is read row by row as quickly, and the
-- rollup of a weight a day would be larger than the weight. Days are UTC; a caller's days are made
-- of these hours. Each can be computed again from the rows at any time, to the same values.

SET LOCAL statement_timeout = 0;

-- Every number that may be scored, components apart.
CREATE VIEW measured AS
SELECT r.patient, r.measured_at, v.quantity, v.value
FROM reading_row r
CROSS JOIN LATERAL (
    SELECT r.quantity, r.value WHERE r.value IS NOT NULL
    UNION ALL
    SELECT (c ->> 0)::smallint, (c ->> 1)::numeric
    FROM jsonb_array_elements(r.more -> 'components') AS c WHERE c ->> 1 IS NOT NULL
) AS v
WHERE (r.marks >> 4 & 15) = 0;

CREATE TABLE rollup_hour (
    patient  integer NOT NULL,
    day      date NOT NULL,
    quantity smallint NOT NULL,
    hour     smallint NOT NULL,
    n        integer NOT NULL,
    lowest   numeric NOT NULL,
    highest  numeric NOT NULL,
    total    numeric NOT NULL,
    PRIMARY KEY (patient, day, quantity, hour)
);

-- Days before today that got readings late, or corrections: their rollup is not to be believed.
CREATE TABLE rollup_late (
    patient integer NOT NULL,
    day     date NOT NULL,
    PRIMARY KEY (patient, day)
);

-- One row: days up to this one are rolled up. A day's turn comes when it has been over for a day,
-- and what comes after its end is noted above, so that no open transaction is missed.
CREATE TABLE rollup_done (day date NOT NULL);
INSERT INTO rollup_done VALUES ((now() AT TIME ZONE 'UTC')::date - 2);

INSERT INTO rollup_late
SELECT patient, utc_day(measured_at) FROM reading_row
WHERE utc_day(measured_at) <= (SELECT day FROM rollup_done)
GROUP BY 1, 2 HAVING count(*) > 24;

-- Computes the rollups of patients' days anew; of a day with few readings there are none.
CREATE FUNCTION roll_up(patients integer[], days date[]) RETURNS void LANGUAGE sql AS $$
    DELETE FROM rollup_hour h USING unnest(patients, days) AS u (patient, day)
    WHERE h.patient = u.patient AND h.day = u.day;

    INSERT INTO rollup_hour
    SELECT u.patient, u.day, m.quantity, m.hour, count(*), min(m.value), max(m.value), sum(m.value)
    FROM unnest(patients, days) AS u (patient, day)
    CROSS JOIN LATERAL (
        SELECT m.quantity, m.value,
            extract(hour FROM m.measured_at AT TIME ZONE 'UTC')::smallint AS hour
        FROM measured m
        WHERE m.patient = u.patient AND utc_day(m.measured_at) = u.day
            AND m.measured_at >= u.day::timestamp AT TIME ZONE 'UTC'
            AND m.measured_at < (u.day + 1)::timestamp AT TIME ZONE 'UTC'
    ) AS m
    WHERE (
        SELECT count(*) FROM reading_row r
        WHERE r.patient = u.patient AND utc_day(r.measured_at) = u.day
            AND r.measured_at >= u.day::timestamp AT TIME ZONE 'UTC'
            AND r.measured_at < (u.day + 1)::timestamp AT TIME ZONE 'UTC'
    ) > 24
    GROUP BY 1, 2, 3, 4;
$$;

-- Notes the patients of the next day that is due, which roll_up_late then does in portions; no row
-- when no day is due, or when another instance does it.
CREATE FUNCTION roll_up_next() RETURNS SETOF date LANGUAGE plpgsql AS $$
DECLARE
    next date;
BEGIN
    SELECT d.day + 1 INTO next FROM rollup_done d
    WHERE d.day + 1 < (now() AT TIME ZONE 'UTC')::date - 1 FOR UPDATE SKIP LOCKED;
    IF next IS NULL THEN
        RETURN;
    END IF;
    INSERT INTO rollup_late
    SELECT r.patient, next FROM reading_row r
    WHERE r.measured_at >= next::timestamp AT TIME ZONE 'UTC'
        AND r.measured_at < (next + 1)::timestamp AT TIME ZONE 'UTC'
    GROUP BY r.patient HAVING count(*) > 24
    ORDER BY r.patient
    ON CONFLICT DO NOTHING;
    UPDATE rollup_done SET day = next;
    RETURN NEXT next;
END $$;

-- Does what is late, up to a number of patients' days; says how many.
CREATE FUNCTION roll_up_late(most integer) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    patients integer[];
    days date[];
BEGIN
    WITH picked AS (
        SELECT l.patient, l.day FROM rollup_late l ORDER BY 1, 2 LIMIT most FOR UPDATE SKIP LOCKED)
    SELECT array_agg(p.patient), array_agg(p.day) INTO patients, days FROM picked p;
    IF patients IS NULL THEN
        RETURN 0;
    END IF;
    -- Another statement, which sees what those committed who held a row until now.
    PERFORM roll_up(patients, days);
    DELETE FROM rollup_late l USING unnest(patients, days) AS u (patient, day)
    WHERE l.patient = u.patient AND l.day = u.day;
    RETURN cardinality(patients);
END $$;
