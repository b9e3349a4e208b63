package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.json.StrictJson;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;

/// A body as its Observations: one alone, or the entries of a Bundle.
///
/// @param nodes the resources in their order, for refusals
record BundleJson(
        Kind kind, List<SentReading> readings, List<Verdict.Turned> faults, List<JsonNode> nodes) {
    enum Kind {
        SINGLE,
        BATCH,
        TRANSACTION
    }

    static BundleJson single(byte[] body, UUID device) throws Refused {
        JsonNode tree = tree(body);
        if (!"Observation".equals(tree.path("resourceType").asText())) {
            throw new Refused(400, "INVALID_RESOURCE", "resourceType: is not Observation");
        }
        return read(Kind.SINGLE, List.of(tree), device);
    }

    static BundleJson bundle(byte[] body, UUID device, int most) throws Refused {
        JsonNode tree = tree(body);
        if (!"Bundle".equals(tree.path("resourceType").asText())) {
            throw new Refused(400, "INVALID_RESOURCE", "resourceType: is not Bundle");
        }
        Kind kind =
                switch (tree.path("type").asText()) {
                    case "batch" -> Kind.BATCH;
                    case "transaction" -> Kind.TRANSACTION;
                    default ->
                            throw new Refused(
                                    400, "INVALID_BUNDLE", "type: neither batch nor transaction");
                };
        JsonNode entries = tree.path("entry");
        if (!entries.isArray() || entries.isEmpty()) {
            throw new Refused(400, "INVALID_BUNDLE", "entry: is not a list with content");
        }
        if (entries.size() > most) {
            throw new Refused(413, "TOO_MANY_READINGS", "entry: more than " + most);
        }
        List<JsonNode> nodes = new ArrayList<>(entries.size());
        entries.forEach(nodes::add);
        return read(kind, nodes, device);
    }

    private static JsonNode tree(byte[] body) throws Refused {
        try {
            return StrictJson.object(body);
        } catch (StrictJson.Unreadable e) {
            throw new Refused(400, "UNREADABLE", String.valueOf(e.getMessage()));
        }
    }

    private static BundleJson read(Kind kind, List<JsonNode> nodes, UUID device) {
        List<SentReading> readings = new ArrayList<>(nodes.size());
        List<Verdict.Turned> faults = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String path = kind == Kind.SINGLE ? "" : "entry[" + i + "].resource.";
            try {
                readings.add(ObservationJson.read(resource(kind, nodes.get(i), i), i, device));
            } catch (Fault e) {
                faults.add(new Verdict.Turned(i, e.status(), e.code(), path + e.detail()));
            }
        }
        return new BundleJson(kind, readings, faults, nodes);
    }

    private static JsonNode resource(Kind kind, JsonNode entry, int index) throws Fault {
        if (kind == Kind.SINGLE) {
            return entry;
        }
        JsonNode request = entry.path("request");
        if (!"POST".equals(request.path("method").asText("POST"))
                || !"Observation".equals(request.path("url").asText("Observation"))) {
            throw new Fault(422, "NOT_SUPPORTED", "request: only POST Observation is taken");
        }
        if (!entry.path("resource").isObject()) {
            throw Fault.missing("entry[" + index + "].resource");
        }
        return entry.get("resource");
    }
}
