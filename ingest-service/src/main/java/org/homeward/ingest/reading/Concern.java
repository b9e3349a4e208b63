package org.homeward.ingest.reading;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.jspecify.annotations.Nullable;

/// Something that somebody should know about a device, beside the reading itself.
///
/// @param patientId whose device it was; null if nobody's
/// @param detail field path and cause, never a value
public record Concern(
        UUID id,
        UUID deviceId,
        @Nullable UUID patientId,
        Kind kind,
        Instant at,
        @Nullable UUID readingId,
        String detail) {

    private static final String SET_ASIDE = "what it sent is set aside: a fault of ours";

    public enum Kind {
        CONFLICT,
        IMPOSSIBLE_VALUE,
        IMPLAUSIBLE_PANEL,
        CLOCK_FAULT,
        BATTERY_LOW,
        CONNECTION_LOST,
        CREDENTIAL_EXPIRING,
        CALIBRATION_OVERDUE,
        DISCHARGED_PATIENT,
        SECURITY,
        PROCESSING_FAULT,
        /// The value may be somebody else's of the house.
        IS_THIS_THE_PATIENT
    }

    /// A concern about a reading; its id follows from both, so that a repetition is recognised.
    public static Concern about(Arrival arrival, @Nullable UUID patient, Kind kind, String detail) {
        UUID id = Uuids.v5(arrival.id(), "concern", kind.name());
        return new Concern(
                id, arrival.deviceId(), patient, kind, arrival.received(), arrival.id(), detail);
    }

    /// What a device sent that we failed on, for whom it was; the same for all readings of one
    /// cause, so that a record lost with many readings is told once for each patient.
    ///
    /// @param cause the refusal's or the reading's id
    public static Concern ofFault(UUID cause, Arrival arrival, @Nullable UUID patient) {
        UUID about = patient == null ? arrival.deviceId() : patient;
        UUID id = Uuids.v5(cause, "concern", Kind.PROCESSING_FAULT.name(), about.toString());
        return new Concern(
                id,
                arrival.deviceId(),
                patient,
                Kind.PROCESSING_FAULT,
                arrival.received(),
                null,
                SET_ASIDE);
    }

    /// What a device sent that we failed on at the door.
    ///
    /// @param patient who wears the device
    public static Concern ofDoorFault(UUID device, @Nullable UUID patient, Instant at) {
        UUID id = Uuids.v5(device, "concern", Kind.PROCESSING_FAULT.name(), at.toString());
        return new Concern(id, device, patient, Kind.PROCESSING_FAULT, at, null, SET_ASIDE);
    }

    /// A concern about the device itself.
    public static Concern ofDevice(UUID device, Kind kind, Instant at, String detail) {
        UUID id = Uuids.v5(device, "concern", kind.name(), at.toString());
        return new Concern(id, device, null, kind, at, null, detail);
    }

    /// A device's clock begins to be wrong; told once, for whoever wears the device.
    public static Concern ofClock(UUID device, @Nullable UUID patient, Instant at) {
        UUID id = Uuids.v5(device, "concern", Kind.CLOCK_FAULT.name(), at.toString());
        String detail = "clock: is wrong by the same amount each time";
        return new Concern(id, device, patient, Kind.CLOCK_FAULT, at, null, detail);
    }

    /// A device's battery is nearly empty.
    ///
    /// @param patient who wears the device
    public static Concern ofBattery(UUID device, @Nullable UUID patient, Instant at) {
        UUID id = Uuids.v5(device, "concern", Kind.BATTERY_LOW.name(), at.toString());
        return new Concern(
                id, device, patient, Kind.BATTERY_LOW, at, null, "battery: is nearly empty");
    }

    /// A device's credential should be replaced soon; told once, whatever comes between.
    ///
    /// @param patient who wears the device
    public static Concern ofCredential(
            UUID credential, UUID device, @Nullable UUID patient, Instant at) {
        UUID id = Uuids.v5(credential, "concern", Kind.CREDENTIAL_EXPIRING.name());
        String detail = "credential: is to be replaced soon";
        return new Concern(id, device, patient, Kind.CREDENTIAL_EXPIRING, at, null, detail);
    }

    /// A device should have been calibrated by now; told once for each day that was set.
    ///
    /// @param patient who wears the device
    public static Concern ofCalibration(
            UUID device, @Nullable UUID patient, LocalDate due, Instant at) {
        UUID id = Uuids.v5(device, "concern", Kind.CALIBRATION_OVERDUE.name(), due.toString());
        String detail = "calibration: is overdue";
        return new Concern(id, device, patient, Kind.CALIBRATION_OVERDUE, at, null, detail);
    }
}
