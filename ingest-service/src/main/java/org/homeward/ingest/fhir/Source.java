package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.json.StrictJson;

/// A body as it may be kept: what a hub says about the person goes no further than here, since
/// everything behind the edge knows patients by number alone.
///
/// @param bytes as sent, or written anew where something was taken out
@SuppressWarnings("ArrayRecordComponent") // bytes that pass through, never compared
record Source(JsonNode tree, byte[] bytes) {
    static Source of(byte[] body) throws Refused {
        JsonNode tree = tree(body);
        return new Source(tree, Persons.removeFrom(tree) ? bytes(tree) : body);
    }

    static byte[] bytes(JsonNode node) {
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static JsonNode tree(byte[] body) throws Refused {
        try {
            return StrictJson.object(body);
        } catch (StrictJson.Unreadable e) {
            throw new Refused(400, "UNREADABLE", String.valueOf(e.getMessage()));
        }
    }
}
