package org.homeward.gateway;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.homeward.gateway.FakeServices.Reply;

/// What ingest-service answers about changed readings.
final class RecordedChanges {
    private RecordedChanges() {}

    static Reply answer(String[] parts, JsonObject reading) {
        return switch (parts[4]) {
            case "void", "correct" -> new Reply(200, reading.put("version", 2).encode());
            case "versions" -> new Reply(200, versions(reading).encode());
            default -> new Reply(404, "{}");
        };
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
