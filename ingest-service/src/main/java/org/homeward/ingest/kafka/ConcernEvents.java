package org.homeward.ingest.kafka;

import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.DeviceEventKind;
import org.homeward.ingest.reading.Concern;

/// Concerns as events of `device-events`: keyed by the patient where there is one.
final class ConcernEvents {
    private ConcernEvents() {}

    static EventProducer.Outgoing of(Concern concern) {
        UUID patient = concern.patientId();
        return new EventProducer.Outgoing(
                EventType.DEVICE_EVENT,
                patient == null ? concern.deviceId() : patient,
                concern.id(),
                concern.at(),
                event(concern));
    }

    static DeviceEvent event(Concern concern) {
        DeviceEvent.Builder event =
                DeviceEvent.newBuilder()
                        .setId(Uuids.toBytes(concern.id()))
                        .setDeviceId(Uuids.toBytes(concern.deviceId()))
                        .setKind(kind(concern.kind()))
                        .setOccurredAt(Decimals.toWire(concern.at()))
                        .setDetail(concern.detail());
        UUID patient = concern.patientId();
        if (patient != null) {
            event.setPatientId(Uuids.toBytes(patient));
        }
        if (concern.readingId() != null) {
            event.setReadingId(Uuids.toBytes(concern.readingId()));
        }
        return event.build();
    }

    private static DeviceEventKind kind(Concern.Kind kind) {
        return switch (kind) {
            case CONFLICT -> DeviceEventKind.DEVICE_EVENT_KIND_CONFLICT;
            case IMPOSSIBLE_VALUE -> DeviceEventKind.DEVICE_EVENT_KIND_IMPOSSIBLE_VALUE;
            case IMPLAUSIBLE_PANEL -> DeviceEventKind.DEVICE_EVENT_KIND_IMPLAUSIBLE_PANEL;
            case CLOCK_FAULT -> DeviceEventKind.DEVICE_EVENT_KIND_CLOCK_FAULT;
            case BATTERY_LOW -> DeviceEventKind.DEVICE_EVENT_KIND_BATTERY_LOW;
            case CONNECTION_LOST -> DeviceEventKind.DEVICE_EVENT_KIND_CONNECTION_LOST;
            case CREDENTIAL_EXPIRING -> DeviceEventKind.DEVICE_EVENT_KIND_CREDENTIAL_EXPIRING;
            case CALIBRATION_OVERDUE -> DeviceEventKind.DEVICE_EVENT_KIND_CALIBRATION_OVERDUE;
            case DISCHARGED_PATIENT -> DeviceEventKind.DEVICE_EVENT_KIND_DISCHARGED_PATIENT;
            case SECURITY -> DeviceEventKind.DEVICE_EVENT_KIND_SECURITY;
            case PROCESSING_FAULT -> DeviceEventKind.DEVICE_EVENT_KIND_PROCESSING_FAULT;
            case IS_THIS_THE_PATIENT -> DeviceEventKind.DEVICE_EVENT_KIND_IS_THIS_THE_PATIENT;
        };
    }
}
