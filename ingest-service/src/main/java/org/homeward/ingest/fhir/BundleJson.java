package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;

/// A body as its Observations: one alone, or the entries of a Bundle.
///
/// @param report what the device that measured says of itself
/// @param noted the indices of entries that are no readings but help to understand them
/// @param nodes the resources in their order, for refusals
record BundleJson(
        Kind kind,
        List<SentReading> readings,
        List<Verdict.Turned> faults,
        SelfReport report,
        List<Integer> noted,
        List<JsonNode> nodes) {
    enum Kind {
        SINGLE,
        BATCH,
        TRANSACTION
    }

    static BundleJson single(Source source, UUID device) throws Refused {
        JsonNode tree = source.tree();
        if (!"Observation".equals(tree.path("resourceType").asText())) {
            throw new Refused(400, "INVALID_RESOURCE", "resourceType: is not Observation");
        }
        List<JsonNode> nodes = List.of(tree);
        try {
            List<SentReading> readings = List.of(alone(tree, device));
            return alone(readings, List.of(), nodes);
        } catch (Fault e) {
            Verdict.Turned fault = new Verdict.Turned(0, e.status(), e.code(), e.detail());
            return alone(List.of(), List.of(fault), nodes);
        }
    }

    private static BundleJson alone(
            List<SentReading> readings, List<Verdict.Turned> faults, List<JsonNode> nodes) {
        return new BundleJson(Kind.SINGLE, readings, faults, SelfReport.NOTHING, List.of(), nodes);
    }

    private static SentReading alone(JsonNode node, UUID device) throws Fault {
        if (Clock.isIn(node)) {
            throw new Fault(
                    422, "NOT_SUPPORTED", "code: a clock's time is taken with its readings alone");
        }
        return ObservationJson.read(node, 0, device, Clock.UNSAID);
    }

    static BundleJson bundle(Source source, UUID device, int most) throws Refused {
        JsonNode tree = source.tree();
        if (!"Bundle".equals(tree.path("resourceType").asText())) {
            throw new Refused(400, "INVALID_RESOURCE", "resourceType: is not Bundle");
        }
        Kind kind = kind(tree);
        JsonNode entries = tree.path("entry");
        if (!entries.isArray() || entries.isEmpty()) {
            throw new Refused(400, "INVALID_BUNDLE", "entry: is not a list with content");
        }
        if (entries.size() > most) {
            throw new Refused(413, "TOO_MANY_READINGS", "entry: more than " + most);
        }
        List<JsonNode> nodes = new ArrayList<>(entries.size());
        entries.forEach(nodes::add);
        Entries read = Entries.read(nodes, device);
        return new BundleJson(
                kind, read.readings(), read.faults(), read.report(), read.noted(), nodes);
    }

    private static Kind kind(JsonNode tree) throws Refused {
        return switch (tree.path("type").asText()) {
            case "batch" -> Kind.BATCH;
            case "transaction" -> Kind.TRANSACTION;
            default ->
                    throw new Refused(400, "INVALID_BUNDLE", "type: neither batch nor transaction");
        };
    }
}
