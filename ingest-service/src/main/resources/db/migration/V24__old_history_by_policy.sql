-- Old history, which has no months of its own, goes by policy too.

-- What old history has from before this day is noted for its rollups, also where a day has few readings.
ALTER TABLE rollup_done ADD COLUMN old_whole_before date NOT NULL DEFAULT '-infinity';

-- Adds what came for a month after it was dropped to the rollups that are left of it.
CREATE FUNCTION add_to_dropped(since date, past date) RETURNS void LANGUAGE sql AS $$
    INSERT INTO rollup_hour AS h
    SELECT m.patient, utc_day(m.measured_at), m.quantity,
        extract(hour FROM m.measured_at AT TIME ZONE 'UTC')::smallint,
        count(*), min(m.value), max(m.value), sum(m.value),
        sum((round(m.value) < r.very_low)::integer),
        sum((round(m.value) >= r.very_low AND round(m.value) < r.low)::integer),
        sum((round(m.value) > r.high AND round(m.value) <= r.very_high)::integer),
        sum((round(m.value) > r.very_high)::integer)
    FROM measured m LEFT JOIN ranged r ON r.quantity = m.quantity
    WHERE m.measured_at >= since::timestamp AT TIME ZONE 'UTC'
        AND m.measured_at < past::timestamp AT TIME ZONE 'UTC' AND m.patient <> 0
    GROUP BY 1, 2, 3, 4
    ON CONFLICT (patient, day, quantity, hour) DO UPDATE SET n = h.n + excluded.n,
        lowest = least(h.lowest, excluded.lowest), highest = greatest(h.highest, excluded.highest),
        total = h.total + excluded.total, very_low = h.very_low + excluded.very_low,
        low = h.low + excluded.low, high = h.high + excluded.high,
        very_high = h.very_high + excluded.very_high;

    INSERT INTO quality_day AS q
    SELECT r.patient, utc_day(r.measured_at), r.device, count(*), sum(r.valid), sum(r.questioned),
        sum(r.invalid), sum(r.voided), sum(r.late), sum(r.best_effort), sum(r.uncertain)
    FROM reading_quality r
    WHERE r.measured_at >= since::timestamp AT TIME ZONE 'UTC'
        AND r.measured_at < past::timestamp AT TIME ZONE 'UTC' AND r.patient <> 0
    GROUP BY 1, 2, 3
    ON CONFLICT (patient, day, device) DO UPDATE SET readings = q.readings + excluded.readings,
        valid = q.valid + excluded.valid, questioned = q.questioned + excluded.questioned,
        invalid = q.invalid + excluded.invalid, voided = q.voided + excluded.voided,
        late = q.late + excluded.late, best_effort = q.best_effort + excluded.best_effort,
        uncertain = q.uncertain + excluded.uncertain;
$$;

-- Whether nothing of a month came since a time and no day of it waits for its rollup.
CREATE FUNCTION may_drop_old(since date, past date, limit_at timestamptz) RETURNS boolean
LANGUAGE sql AS $$
    SELECT NOT EXISTS (
        SELECT FROM reading_row_old r
        WHERE r.measured_at >= since::timestamp AT TIME ZONE 'UTC'
            AND r.measured_at < past::timestamp AT TIME ZONE 'UTC' AND r.received_at >= limit_at)
    AND NOT EXISTS (SELECT FROM rollup_late l WHERE l.day >= since AND l.day < past);
$$;

-- Brings old history one step nearer to its end, of what lies in months before a day, once no month
-- with a table of its own is as old. As with those, days with few readings are noted first, and a month
-- goes when no day of it waits for its rollup; but what came since then, however old, keeps its month.
-- Gives the month if its readings went.
CREATE FUNCTION drop_old_month(before date) RETURNS TABLE (month date, readings bigint)
LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
    stays date := date_trunc('month', before)::date;
    limit_at timestamptz := date_trunc('month', before)::timestamp AT TIME ZONE 'UTC';
    since date;
    past date;
    gone bigint;
BEGIN
    IF stays > (SELECT day + 1 FROM rollup_done)
        OR EXISTS (
            SELECT FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
            WHERE i.inhparent = 'reading_row'::regclass
                AND c.relname ~ '^reading_row_[0-9]{4}_[0-9]{2}$'
                AND to_date(right(c.relname, 7), 'YYYY_MM') < stays)
        OR NOT pg_try_advisory_xact_lock(hashtextextended(current_schema() || '.drop_month', 0)) THEN
        RETURN;
    END IF;
    IF stays > (SELECT old_whole_before FROM rollup_done) THEN
        INSERT INTO rollup_late
        SELECT DISTINCT r.patient, utc_day(r.measured_at) FROM reading_row_old r
        WHERE r.measured_at < limit_at AND r.received_at < limit_at AND r.patient <> 0
            AND NOT EXISTS (SELECT FROM rollup_hour h
                WHERE h.patient = r.patient AND h.day = utc_day(r.measured_at))
            AND NOT EXISTS (SELECT FROM dropped_month d
                WHERE d.month = date_trunc('month', utc_day(r.measured_at))::date)
        ORDER BY 1, 2 ON CONFLICT DO NOTHING;
        UPDATE rollup_done SET old_whole_before = stays, whole_before = greatest(whole_before, stays);
        RETURN;
    END IF;
    past := '-infinity';
    LOOP
        SELECT date_trunc('month', utc_day(min(r.measured_at)))::date INTO since
        FROM reading_row_old r
        WHERE r.measured_at >= past::timestamp AT TIME ZONE 'UTC' AND r.measured_at < limit_at;
        IF since IS NULL THEN
            RETURN;
        END IF;
        past := (since + interval '1 month')::date;
        EXIT WHEN may_drop_old(since, past, limit_at);
    END LOOP;
    BEGIN
        IF EXISTS (SELECT FROM dropped_month d WHERE d.month = since) THEN
            PERFORM add_to_dropped(since, past);
        END IF;
        DELETE FROM reading_row_old r
        WHERE r.measured_at >= since::timestamp AT TIME ZONE 'UTC'
            AND r.measured_at < past::timestamp AT TIME ZONE 'UTC';
        GET DIAGNOSTICS gone = ROW_COUNT;
        DELETE FROM reading_history h
        WHERE h.measured_at >= since::timestamp AT TIME ZONE 'UTC'
            AND h.measured_at < past::timestamp AT TIME ZONE 'UTC';
        -- Only now, when little is left to do, those who write there wait, and are waited for. Who wrote
        -- meanwhile keeps the month: then nothing of it goes. Readers go on.
        LOCK TABLE reading_row_old IN EXCLUSIVE MODE;
        IF NOT may_drop_old(since, past, limit_at) OR EXISTS (
            SELECT FROM reading_row_old r
            WHERE r.measured_at >= since::timestamp AT TIME ZONE 'UTC'
                AND r.measured_at < past::timestamp AT TIME ZONE 'UTC') THEN
            RAISE EXCEPTION USING ERRCODE = 'HW001';
        END IF;
    EXCEPTION WHEN SQLSTATE 'HW001' THEN
        RETURN;
    END;
    INSERT INTO dropped_month AS d (month, readings, dropped_at)
    VALUES (since, gone, clock_timestamp())
    ON CONFLICT (month) DO UPDATE SET readings = d.readings + excluded.readings,
        dropped_at = excluded.dropped_at;
    RETURN QUERY SELECT since, gone;
END $$;
