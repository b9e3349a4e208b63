package org.homeward.ingest.quality;

import java.time.LocalDate;

/// What became of what was sent, on one UTC day: readings by when they were measured, refusals by
/// when they came.
///
/// @param readings stored ones, each of which is one of valid, questioned, invalid and voided
/// @param voided by a person; they are not counted as invalid
/// @param refused that never became readings
/// @param late came more than 24 hours after they were measured
/// @param bestEffort came without a promise that what is lost is sent again
/// @param uncertainTime their measured time is not exact
public record QualityDay(
        LocalDate day,
        long readings,
        long valid,
        long questioned,
        long invalid,
        long voided,
        long refused,
        long late,
        long bestEffort,
        long uncertainTime) {}
