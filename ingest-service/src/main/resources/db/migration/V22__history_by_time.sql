-- The earlier versions of a month's readings go with it, while everybody waits for the month's lock.
CREATE INDEX reading_history_measured ON reading_history (measured_at);
