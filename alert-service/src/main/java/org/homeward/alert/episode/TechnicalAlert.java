package org.homeward.alert.episode;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.homeward.events.Uuids;

/// A problem of a device, or of the monitoring itself, that somebody must look at. It goes to its
/// own owner and is no clinical finding.
///
/// @param device the device concerned; for impaired monitoring the patient's own id, for a question
///   about a reading the reading's, so that each is open until it is answered
/// @param onset the device event's id; for an evaluation that failed the reading's
/// @param ruleVersion the default pack's version
public record TechnicalAlert(
        UUID id, Kind kind, UUID device, UUID onset, Instant at, String ruleVersion) {

    public enum Kind {
        CONFLICT,
        IMPOSSIBLE_VALUE,
        IMPLAUSIBLE_PANEL,
        CLOCK_FAULT,
        BATTERY_LOW,
        CREDENTIAL_EXPIRING,
        CALIBRATION_OVERDUE,
        DISCHARGED_PATIENT,
        MONITORING_IMPAIRED,
        IS_THIS_THE_PATIENT;

        /// `technical/clock-fault`
        public String ruleId() {
            return "technical/" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public static TechnicalAlert of(
            UUID patient, Kind kind, UUID device, UUID onset, PackTime packTime) {
        UUID id = Uuids.v5(patient, kind.ruleId(), packTime.version(), onset.toString(), "0");
        return new TechnicalAlert(id, kind, device, onset, packTime.at(), packTime.version());
    }

    /// When it arose and by which version of the pack.
    public record PackTime(Instant at, String version) {}
}
