-- What a recall names: what stands on a device's label, and what ran in it when.
ALTER TABLE device
    -- The carrier's text; its parts are read from it again.
    ADD COLUMN udi text,
    -- The part that all devices of a model have.
    ADD COLUMN udi_di text,
    ADD COLUMN calibration_due date,
    -- The day for which it was told that calibration is overdue.
    ADD COLUMN calibration_told date;
CREATE INDEX device_udi ON device (udi_di) WHERE udi_di IS NOT NULL;
CREATE INDEX device_model ON device (lower(manufacturer), lower(model));
CREATE INDEX device_calibration ON device (calibration_due)
    WHERE disabled_at IS NULL AND calibration_told IS DISTINCT FROM calibration_due;

CREATE TABLE device_firmware (
    device_id uuid NOT NULL REFERENCES device,
    since     timestamptz NOT NULL,
    firmware  text NOT NULL,
    -- Null where the device said so itself.
    said_by   text,
    PRIMARY KEY (device_id, since)
);
CREATE INDEX device_firmware_version ON device_firmware (firmware);

-- What ran from when until when. Before the first that was heard of, that one is taken to have run: a
-- recall asks rather one device too many.
CREATE VIEW firmware_stretch AS
SELECT device_id, firmware,
    tstzrange(CASE WHEN row_number() OVER w > 1 THEN since END, lead(since) OVER w) AS during
FROM device_firmware
WINDOW w AS (PARTITION BY device_id ORDER BY since);
