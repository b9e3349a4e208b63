package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.json.Refused;

/// A body as its resources, before it is said whose they are: an Observation alone, or the entries
/// of a Bundle.
record BundleJson(Kind kind, Entries entries) {
    enum Kind {
        SINGLE,
        BATCH,
        TRANSACTION
    }

    static BundleJson single(Source source) throws Refused {
        JsonNode tree = source.tree();
        if (!"Observation".equals(tree.path("resourceType").asText())) {
            throw new Refused(400, "INVALID_RESOURCE", "resourceType: is not Observation");
        }
        return new BundleJson(Kind.SINGLE, Entries.single(tree));
    }

    static BundleJson bundle(Source source, int most) throws Refused {
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
        return new BundleJson(kind, Entries.of(nodes));
    }

    private static Kind kind(JsonNode tree) throws Refused {
        return switch (tree.path("type").asText()) {
            case "batch" -> Kind.BATCH;
            case "transaction" -> Kind.TRANSACTION;
            default ->
                    throw new Refused(400, "INVALID_BUNDLE", "type: neither batch nor transaction");
        };
    }

    /// All of it as the sender's own.
    Observed of(UUID sender) {
        return entries.all(sender);
    }

    /// The bytes of one resource with its entry, for its refusal.
    byte[] fragment(int index) {
        return Source.bytes(entries.nodes().get(index));
    }
}
