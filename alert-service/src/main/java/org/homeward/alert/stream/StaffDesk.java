package org.homeward.alert.stream;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.PatientState;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.evaluator.Evaluator;
import org.homeward.alert.rulebook.DefaultPack;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertActionKind;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertStatus;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;

/// What does not come from readings: technical problems, and what people did about alerts. Both
/// carry an id and have one effect however often they come.
final class StaffDesk {
    private static final Map<DeviceEventKind, TechnicalAlert.Kind> KINDS =
            Map.ofEntries(
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_CONFLICT,
                            TechnicalAlert.Kind.CONFLICT),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_IMPOSSIBLE_VALUE,
                            TechnicalAlert.Kind.IMPOSSIBLE_VALUE),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_IMPLAUSIBLE_PANEL,
                            TechnicalAlert.Kind.IMPLAUSIBLE_PANEL),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_CLOCK_FAULT,
                            TechnicalAlert.Kind.CLOCK_FAULT),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_BATTERY_LOW,
                            TechnicalAlert.Kind.BATTERY_LOW),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_CALIBRATION_OVERDUE,
                            TechnicalAlert.Kind.CALIBRATION_OVERDUE),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_DISCHARGED_PATIENT,
                            TechnicalAlert.Kind.DISCHARGED_PATIENT),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_PROCESSING_FAULT,
                            TechnicalAlert.Kind.MONITORING_IMPAIRED),
                    Map.entry(
                            DeviceEventKind.DEVICE_EVENT_KIND_IS_THIS_THE_PATIENT,
                            TechnicalAlert.Kind.IS_THIS_THE_PATIENT));

    private final Ward ward;
    private final Bulletin bulletin;
    private final PatientDesk patients;

    StaffDesk(Ward ward, Bulletin bulletin, PatientDesk patients) {
        this.ward = ward;
        this.bulletin = bulletin;
        this.patients = patients;
    }

    /// Silence and lost connections raise nothing here: silence is clinical until a technical cause
    /// is shown. A credential that expires is the device desk's, who alone can replace it. Events
    /// of devices without a patient concern nobody's monitoring.
    void deviceEvent(UUID patient, DeviceEvent event, Instant now) {
        TechnicalAlert.Kind kind = KINDS.get(event.getKind());
        UUID id = Uuids.fromBytes(event.getId());
        if (kind == null
                || event.getPatientId().isEmpty()
                || ward.patient(patient).hasHandled(id)) {
            return;
        }
        TechnicalAlert alert =
                TechnicalAlert.of(
                        patient,
                        kind,
                        concerned(patient, kind, event),
                        id,
                        new TechnicalAlert.PackTime(now, DefaultPack.standard().version()));
        List<UUID> about =
                event.getReadingId().size() == 16
                        ? List.of(Uuids.fromBytes(event.getReadingId()))
                        : List.of();
        bulletin.raise(patient, alert, about);
    }

    /// A fault of ours is the patient's, whichever device it met: one is open for all of them. A
    /// question is a reading's: one is open for each.
    private static UUID concerned(UUID patient, TechnicalAlert.Kind kind, DeviceEvent event) {
        boolean hasReading = event.getReadingId().size() == 16;
        return switch (kind) {
            case MONITORING_IMPAIRED -> patient;
            case IS_THIS_THE_PATIENT ->
                    Uuids.fromBytes(hasReading ? event.getReadingId() : event.getDeviceId());
            case CONFLICT,
                    IMPOSSIBLE_VALUE,
                    IMPLAUSIBLE_PANEL,
                    CLOCK_FAULT,
                    BATTERY_LOW,
                    CREDENTIAL_EXPIRING,
                    CALIBRATION_OVERDUE,
                    DISCHARGED_PATIENT ->
                    Uuids.fromBytes(event.getDeviceId());
        };
    }

    void action(UUID patient, AlertActionTaken action, Instant now) {
        UUID id = Uuids.fromBytes(action.getId());
        PatientState state = ward.patient(patient);
        if (state.hasHandled(id) || isUnknown(action.getKind())) {
            return;
        }
        ward.keep(patient, state.handled(id));
        UUID alertId = Uuids.fromBytes(action.getAlertId());
        Instant at = action.hasAt() ? Decimals.fromWire(action.getAt()) : now;
        bulletin.pass(action, agreed(patient, alertId, action, at), now);
        Optional<TechnicalAlert> technical = state.technical(alertId);
        if (technical.isPresent()) {
            onTechnical(patient, technical.get(), action, at);
        } else if (action.getKind() == AlertActionKind.ALERT_ACTION_KIND_RESOLVED) {
            patients.person(patient, alertId, now, s -> Evaluator.resolved(s, alertId, at));
        } else {
            boolean seen = WireAction.isSeen(action.getStatus());
            patients.person(patient, alertId, now, s -> Evaluator.seen(s, alertId, seen, at));
        }
    }

    private void onTechnical(
            UUID patient, TechnicalAlert alert, AlertActionTaken action, Instant at) {
        switch (action.getKind()) {
            case ALERT_ACTION_KIND_RESOLVED ->
                    bulletin.clear(patient, alert, Effect.Reason.RESOLVED, at);
            case ALERT_ACTION_KIND_ACKNOWLEDGED -> acknowledged(patient, alert, at);
            case ALERT_ACTION_KIND_ASSIGNED,
                    ALERT_ACTION_KIND_SNOOZED,
                    ALERT_ACTION_KIND_RELEASED,
                    ALERT_ACTION_KIND_UNSPECIFIED,
                    UNRECOGNIZED -> {}
        }
    }

    /// A problem that somebody has seen is over. A question is not: its value waits until it is
    /// answered, and nobody would be asked any more.
    private void acknowledged(UUID patient, TechnicalAlert alert, Instant at) {
        if (alert.kind() != TechnicalAlert.Kind.IS_THIS_THE_PATIENT) {
            bulletin.clear(patient, alert, Effect.Reason.ACKNOWLEDGED, at);
        }
    }

    /// Somebody who acted before the alert got worse has not seen that: it stays open.
    private AlertStatus agreed(UUID patient, UUID alertId, AlertActionTaken action, Instant at) {
        if (!WireAction.isSeen(action.getStatus())) {
            return action.getStatus();
        }
        Optional<OpenAlert> open =
                patients.find(patient, alertId)
                        .map(Map.Entry::getValue)
                        .flatMap(s -> open(s, alertId));
        return open.filter(alert -> at.isBefore(alert.worsenedAt())).isPresent()
                ? AlertStatus.ALERT_STATUS_OPEN
                : action.getStatus();
    }

    private static Optional<OpenAlert> open(MeasureState state, UUID alertId) {
        return state.directionOf(alertId).flatMap(state::open);
    }

    private static boolean isUnknown(AlertActionKind kind) {
        return kind == AlertActionKind.ALERT_ACTION_KIND_UNSPECIFIED
                || kind == AlertActionKind.UNRECOGNIZED;
    }
}
