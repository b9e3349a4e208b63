-- What was refused may go through its door again after the fault is mended.

-- sending, accepted or refused; null if it never went again. What stands here counts for the last
-- time only.
ALTER TABLE refusal ADD COLUMN redriven_at timestamptz, ADD COLUMN redriven_by text,
    ADD COLUMN outcome text, ADD COLUMN outcome_detail text;

-- Many at once, oldest first. What is done is counted after each, so that an interruption goes on
-- where it was.
CREATE TABLE redrive (
    id          uuid PRIMARY KEY,
    device_id   uuid,
    reason      text,
    from_at     timestamptz,
    to_at       timestamptz,
    text        text,
    made_at     timestamptz NOT NULL,
    made_by     text NOT NULL,
    total       integer NOT NULL,
    accepted    integer NOT NULL DEFAULT 0,
    refused     integer NOT NULL DEFAULT 0,
    skipped     integer NOT NULL DEFAULT 0,
    -- The last one that was done.
    after_at    timestamptz,
    after_id    uuid,
    -- Until then one instance alone goes on with it.
    leased_until timestamptz,
    finished_at timestamptz
);
CREATE INDEX redrive_open ON redrive (made_at) WHERE finished_at IS NULL;
