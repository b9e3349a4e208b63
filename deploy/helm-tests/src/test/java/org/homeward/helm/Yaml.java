package org.homeward.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Reading YAML, and joining it as Helm joins values and Kustomize joins custom resources: RFC
/// 7386.
final class Yaml {
    private static final ObjectMapper MAPPER =
            new ObjectMapper(
                    YAMLFactory.builder()
                            .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
                            .build());

    private Yaml() {}

    static List<JsonNode> documents(String text) {
        try (var parser = MAPPER.getFactory().createParser(text)) {
            var documents = new ArrayList<JsonNode>();
            MAPPER.readValues(parser, JsonNode.class).forEachRemaining(documents::add);
            return documents.stream().filter(JsonNode::isObject).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode read(Path path) {
        List<JsonNode> documents = documents(Repository.text(path));
        return documents.isEmpty() ? MAPPER.createObjectNode() : documents.getFirst();
    }

    static String write(JsonNode node) {
        try {
            return MAPPER.writeValueAsString(node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A merge patch applied to a copy.
    static JsonNode merge(JsonNode base, JsonNode patch) {
        if (!patch.isObject()) {
            return patch;
        }
        ObjectNode merged = base.isObject() ? base.deepCopy() : MAPPER.createObjectNode();
        patch.properties()
                .forEach(
                        field -> {
                            if (field.getValue().isNull()) {
                                merged.remove(field.getKey());
                            } else {
                                merged.set(
                                        field.getKey(),
                                        merge(merged.path(field.getKey()), field.getValue()));
                            }
                        });
        return merged;
    }
}
