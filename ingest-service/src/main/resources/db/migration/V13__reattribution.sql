-- A wrong assignment is corrected or taken back; what it said stays, and the readings that were
-- measured in the changed stretch of time go to whoever really had the device.
ALTER TABLE assignment ADD COLUMN version integer NOT NULL DEFAULT 1;

CREATE TABLE assignment_history (
    assignment_id uuid NOT NULL,
    version       integer NOT NULL,
    device_id     uuid NOT NULL,
    patient_id    uuid NOT NULL,
    during        tstzrange NOT NULL,
    made_at       timestamptz NOT NULL,
    made_by       text NOT NULL,
    replaced_at   timestamptz NOT NULL,
    replaced_by   text NOT NULL,
    reason        text NOT NULL,
    -- Nothing came in its place.
    removed       boolean NOT NULL,
    PRIMARY KEY (assignment_id, version)
);
CREATE INDEX assignment_history_device ON assignment_history (device_id);

-- Stretches of devices' time whose readings are to be looked through, in the order of measurement.
-- In `reading_row` patient 0 is nobody: a reading of a device that nobody had at that time waits
-- there, and the view `reading` does not show it.
CREATE TABLE reattribution (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    device_id   uuid NOT NULL REFERENCES device,
    during      tstzrange NOT NULL,
    asked_at    timestamptz NOT NULL,
    asked_by    text NOT NULL,
    -- Transactions with a number from here on read the assignments as they are now. The look begins
    -- when all older ones are over, so that none leaves a reading behind it.
    barrier     xid8,
    -- What was measured before is done.
    next_at     timestamptz NOT NULL DEFAULT '-infinity',
    moved       integer NOT NULL DEFAULT 0,
    finished_at timestamptz
);
CREATE INDEX reattribution_waiting ON reattribution (id) WHERE finished_at IS NULL;
CREATE INDEX reattribution_device ON reattribution (device_id);
