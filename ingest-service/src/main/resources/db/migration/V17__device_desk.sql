-- How often each device is heard, and the device desk's own queue.

-- The longest time between two sightings that is usual: it follows a longer one at once and forgets it
-- by a tenth with each shorter one. A gap counts up to two days or four times what was usual.
ALTER TABLE device ADD COLUMN usual_gap_s integer;

-- What somebody must look at about a device, from `device-events` and from silence. One is open for a
-- device and kind.
CREATE TABLE device_concern (
    id        uuid PRIMARY KEY,
    device_id uuid NOT NULL,
    kind      text NOT NULL,
    detail    text NOT NULL,
    since     timestamptz NOT NULL,
    last_at   timestamptz NOT NULL,
    closed_at timestamptz,
    closed_by text,
    note      text
);
CREATE UNIQUE INDEX device_concern_open ON device_concern (device_id, kind) WHERE closed_at IS NULL;
CREATE INDEX device_concern_order ON device_concern (since DESC, id DESC);

-- Devices that somebody wears, with how they are.
CREATE VIEW device_health AS
SELECT d.id, d.registered_at, d.last_seen_at, d.battery, d.usual_gap_s, w.worn_from,
    greatest(interval '1 hour', 2 * coalesce(d.usual_gap_s, 86400) * interval '1 second') AS patience,
    coalesce(d.last_seen_at, w.worn_from, d.registered_at) AS quiet_since,
    coalesce(d.last_seen_at, w.worn_from, d.registered_at)
        + greatest(interval '1 hour', 2 * coalesce(d.usual_gap_s, 86400) * interval '1 second') < now()
        AS silent
FROM device d
JOIN LATERAL (
    SELECT lower(a.during) AS worn_from FROM assignment a
    WHERE a.device_id = d.id AND a.during @> now() LIMIT 1) w ON true
WHERE d.disabled_at IS NULL AND d.kind <> 'manual';
