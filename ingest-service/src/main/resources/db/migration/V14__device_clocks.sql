-- How far each device's clock is from ours. Positive is ahead.
ALTER TABLE device
    -- Seconds that the newest readings of the last requests, some minutes apart, were measured after
    -- their receipt.
    ADD COLUMN clock_samples integer[] NOT NULL DEFAULT '{}',
    ADD COLUMN clock_checked_at timestamptz,
    ADD COLUMN clock_offset integer,
    ADD COLUMN clock_wrong_since timestamptz;
