package org.homeward.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.homeward.gateway.FakeServices.Reply;

/// What ingest-service answers about changed readings.
final class RecordedChanges {
    private RecordedChanges() {}

    static Reply answer(String[] parts, JsonObject reading, String body) {
        return switch (parts[4]) {
            case "void", "correct" ->
                    body.contains("critical")
                            ? new Reply(202, look(parts[1], reading).encode())
                            : new Reply(200, reading.put("version", 2).encode());
            case "identity" -> new Reply(200, reading.put("version", 2).encode());
            case "second-looks" ->
                    parts[6].equals("confirm")
                            ? new Reply(200, reading.put("version", 2).encode())
                            : new Reply(200, look(parts[1], reading).encode());
            case "versions" -> new Reply(200, versions(reading).encode());
            default -> new Reply(404, "{}");
        };
    }

    /// What is below a patient beside the readings.
    static Reply ofPatient(String[] parts, JsonObject reading) {
        return switch (parts[2]) {
            case "quality" -> quality();
            case "second-looks" ->
                    new Reply(
                            200,
                            new JsonObject()
                                    .put("items", new JsonArray().add(look(parts[1], reading)))
                                    .encode());
            default -> new Reply(404, "{\"code\":\"OTHER_WORDS\",\"detail\":\"unknown here\"}");
        };
    }

    private static JsonObject look(String patient, JsonObject reading) {
        return new JsonObject()
                .put("id", "00000000-0000-4000-a000-0000000000f1")
                .put("patientId", patient)
                .put("readingId", reading.getString("id"))
                .put("readingVersion", 1)
                .put("status", "pending-second-look")
                .put("wanted", "void")
                .put("askedBy", Ward.GP)
                .put("askedRole", "nurse")
                .put("askedAt", "2026-11-22T11:00:00Z")
                .put("note", "")
                .put("alertIds", new JsonArray());
    }

    static Reply quality() {
        return new Reply(
                200,
                """
                {"from":"2026-11-21","to":"2026-11-22","counts":{"readings":3,"valid":2,"invalid":1,"refused":1},
                 "shares":{"valid":0.5000,"invalid":0.2500},"days":[{"day":"2026-11-22","readings":3,"valid":2,"invalid":1,"refused":1},
                  {"day":"2026-10-31","readings":5,"valid":5}]}""");
    }

    private static JsonObject versions(JsonObject reading) {
        JsonObject before =
                new JsonObject()
                        .put("version", 1)
                        .put("reading", reading)
                        .put("replacedBy", Ward.GP)
                        .put("replacedAt", "2026-11-22T11:00:00Z")
                        .put("reason", "corrected")
                        .put("note", "typed wrong");
        JsonObject now = new JsonObject().put("version", 2).put("reading", reading);
        return new JsonObject().put("items", new JsonArray().add(now).add(before));
    }
}
