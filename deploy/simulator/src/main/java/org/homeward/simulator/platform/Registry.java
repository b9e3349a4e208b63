package org.homeward.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;

/// Patients and devices, registered once however often they are asked for.
public final class Registry {
    private static final String DEVICE_DESK = "device-admin";

    /// Nobody else knows a device of the book, so who assigned it was an earlier run that ended
    /// before it could write that down.
    private static final String ALREADY_ASSIGNED = "ASSIGNMENT_OVERLAPS";

    /// A patient known to the platform.
    ///
    /// @param fresh false if the platform knew the patient before
    public record Registered(UUID patientId, boolean fresh) {}

    private final Gateway gateway;
    private final DeviceBook book;

    public Registry(Gateway gateway, DeviceBook book) {
        this.gateway = gateway;
        this.book = book;
    }

    public Gateway gateway() {
        return gateway;
    }

    /// Registers a patient in the user's team; one with the same identifier is found again.
    public Registered patient(String user, ObjectNode patient) {
        Gateway.Answer answer = gateway.post(user, "/api/v1/patients", patient);
        JsonNode body = Gateway.must(answer, "the registration of a patient");
        return new Registered(UUID.fromString(body.path("id").asText()), answer.status() == 201);
    }

    /// The device remembered under the key, or a new one assigned to the patient from an instant.
    public DeviceBook.Entry device(String key, String kind, UUID patientId, Instant from) {
        DeviceBook.Entry entry =
                book.find(key)
                        .filter(known -> known.patientId().equals(patientId))
                        .orElseGet(() -> register(key, kind, patientId));
        if (entry.assigned()) {
            return entry;
        }
        assign(entry.deviceId(), patientId, from);
        DeviceBook.Entry assigned =
                new DeviceBook.Entry(entry.deviceId(), entry.token(), patientId, true);
        book.put(key, assigned);
        return assigned;
    }

    private DeviceBook.Entry register(String key, String kind, UUID patientId) {
        ObjectNode device =
                Json.object()
                        .put("kind", kind)
                        .put("manufacturer", "Homeward simulator")
                        .put("model", kind)
                        .put("serial", "SIM-" + UUID.randomUUID().toString().substring(0, 13));
        JsonNode body =
                Gateway.must(
                        gateway.post(DEVICE_DESK, "/api/v1/devices", device),
                        "the registration of a device");
        DeviceBook.Entry entry =
                new DeviceBook.Entry(
                        UUID.fromString(body.path("id").asText()),
                        body.path("token").asText(),
                        patientId,
                        false);
        book.put(key, entry);
        return entry;
    }

    private void assign(UUID deviceId, UUID patientId, Instant from) {
        ObjectNode assignment =
                Json.object().put("patientId", patientId.toString()).put("from", from.toString());
        String path = "/api/v1/devices/" + deviceId + "/assignments";
        Gateway.Answer answer = gateway.post(DEVICE_DESK, path, assignment);
        if (!answer.body().path("code").asText().equals(ALREADY_ASSIGNED)) {
            Gateway.must(answer, "the assignment of a device");
        }
    }
}
