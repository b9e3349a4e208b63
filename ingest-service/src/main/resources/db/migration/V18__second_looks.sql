-- A reading that a critical alert stands on is voided or corrected by two people: what the first one
-- wants waits here for the second one's word, and the reading stands meanwhile.
ALTER TABLE reading_history ADD COLUMN confirmed_by text;

CREATE TABLE second_look (
    id              uuid PRIMARY KEY,
    patient_id      uuid NOT NULL,
    reading_id      uuid NOT NULL,
    -- The version that the first person spoke of.
    reading_version integer NOT NULL,
    -- What they want it to say; null to void it.
    correction      jsonb,
    asked_by        text NOT NULL,
    asked_role      text NOT NULL,
    asked_at        timestamptz NOT NULL,
    note            text NOT NULL,
    alert_ids       uuid[] NOT NULL,
    confirmed       boolean,
    decided_by      text,
    decided_role    text,
    decided_at      timestamptz,
    decided_note    text
);
CREATE UNIQUE INDEX second_look_pending ON second_look (reading_id) WHERE decided_at IS NULL;
CREATE INDEX second_look_patient ON second_look (patient_id, asked_at DESC) WHERE decided_at IS NULL;

-- From topic alerts: which readings critical alerts stand on, or once stood on.
CREATE TABLE critical_evidence (
    reading_id uuid NOT NULL,
    alert_id   uuid NOT NULL,
    PRIMARY KEY (reading_id, alert_id)
);
