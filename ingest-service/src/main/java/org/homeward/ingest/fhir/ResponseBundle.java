package org.homeward.ingest.fhir;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.TreeMap;
import java.util.function.Function;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.sent.Verdict;

/// The answer to a Bundle: one entry's status per entry, in the same order.
final class ResponseBundle {
    private ResponseBundle() {}

    static JsonObject of(
            BundleJson body,
            AdmitReadings.Outcome outcome,
            Function<Verdict.Admitted, String> location) {
        TreeMap<Integer, JsonObject> entries = new TreeMap<>();
        outcome.admitted()
                .forEach(
                        a ->
                                entries.put(
                                        a.index(),
                                        new JsonObject()
                                                .put("status", "201 Created")
                                                .put("location", location.apply(a))));
        outcome.turned().forEach(t -> entries.put(t.index(), refused(t)));
        body.entries()
                .noted()
                .forEach(i -> entries.put(i, new JsonObject().put("status", "200 OK")));
        JsonArray list = new JsonArray();
        entries.values().forEach(r -> list.add(new JsonObject().put("response", r)));
        return new JsonObject()
                .put("resourceType", "Bundle")
                .put(
                        "type",
                        body.kind() == BundleJson.Kind.BATCH
                                ? "batch-response"
                                : "transaction-response")
                .put("entry", list);
    }

    private static JsonObject refused(Verdict.Turned turned) {
        return new JsonObject()
                .put("status", turned.status() + " " + turned.code())
                .put("outcome", Outcomes.of(turned.status(), turned.code(), turned.detail()));
    }
}
