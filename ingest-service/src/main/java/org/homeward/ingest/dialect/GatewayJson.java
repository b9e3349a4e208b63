package org.homeward.ingest.dialect;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.json.StrictJson;

/// What a ThingsBoard gateway sends for its devices: `{"name":[{"ts":millis,"values":{...}}],...}`.
/// Each name's part is a keyed body of its own.
public final class GatewayJson {
    private static final int MOST_NAMES = 100;

    private GatewayJson() {}

    /// What is said of one device.
    ///
    /// @param bytes a keyed body
    @SuppressWarnings("ArrayRecordComponent") // bytes that pass through, never compared
    public record Part(String name, byte[] bytes) {}

    /// The parts of a body, in its order.
    ///
    /// @param mostItems of all parts together
    /// @throws Refused if the body is refused as a whole
    public static List<Part> parts(byte[] body, int mostItems) throws Refused {
        JsonNode tree = tree(body);
        if (tree.isEmpty() || tree.size() > MOST_NAMES) {
            throw new Refused(400, "INVALID_ENVELOPE", "names: none or more than " + MOST_NAMES);
        }
        List<Part> parts = new ArrayList<>(tree.size());
        int items = 0;
        for (Map.Entry<String, JsonNode> named : tree.properties()) {
            items += items(named.getValue());
            if (items > mostItems) {
                throw new Refused(413, "TOO_MANY_READINGS", "values: more than " + mostItems);
            }
            byte[] part = named.getValue().toString().getBytes(StandardCharsets.UTF_8);
            parts.add(new Part(named.getKey(), part));
        }
        return parts;
    }

    private static JsonNode tree(byte[] body) throws Refused {
        try {
            return StrictJson.object(body);
        } catch (StrictJson.Unreadable e) {
            throw new Refused(400, "UNREADABLE", String.valueOf(e.getMessage()));
        }
    }

    private static int items(JsonNode part) throws Refused {
        if (!part.isArray()) {
            throw new Refused(400, "INVALID_ENVELOPE", "a name's part is not a list");
        }
        int items = 0;
        for (JsonNode entry : part) {
            JsonNode values = entry.path("values");
            items += Math.max(1, values.isObject() ? values.size() : entry.size());
        }
        return items;
    }
}
