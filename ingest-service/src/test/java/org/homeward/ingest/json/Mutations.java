package org.homeward.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Every document that differs from a good one at one place: a field left out, or something else in
/// its place.
public final class Mutations {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> OTHERS =
            List.of(
                    "null",
                    "\"\"",
                    "\"x\"",
                    "\"" + "y".repeat(5000) + "\"",
                    "0",
                    "-1",
                    "99999999999999999999",
                    "true",
                    "{}",
                    "{\"value\":1}",
                    "[]",
                    "[[]]",
                    "[null]",
                    "[7]",
                    "[{}]");

    private Mutations() {}

    public static Stream<byte[]> of(String good) {
        JsonNode tree = parse(good);
        List<byte[]> out = new ArrayList<>();
        collect(tree, tree, out);
        return out.stream();
    }

    private static void collect(JsonNode root, JsonNode node, List<byte[]> out) {
        if (node instanceof ObjectNode object) {
            for (String name : names(object)) {
                JsonNode old = object.remove(name);
                out.add(bytes(root));
                for (String other : OTHERS) {
                    object.set(name, parse(other));
                    out.add(bytes(root));
                }
                object.set(name, old);
                collect(root, old, out);
            }
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                JsonNode old = array.get(i);
                for (String other : OTHERS) {
                    array.set(i, parse(other));
                    out.add(bytes(root));
                }
                array.set(i, old);
                collect(root, old, out);
            }
        }
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private static byte[] bytes(JsonNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }
}
