package org.homeward.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// An overlay of `deploy/infra` as Kustomize would build it. Only what these overlays use is known,
/// and anything else is refused: resources, a namespace, and patches of custom resources, which
/// Kustomize joins by RFC 7386 since it has no schema for them.
enum Overlay {
    KIND,
    STAGING,
    PRODUCTION;

    private static final Set<String> KNOWN =
            Set.of("apiVersion", "kind", "namespace", "resources", "patches");

    List<JsonNode> documents() {
        return build(Repository.INFRA.resolve("overlays").resolve(name().toLowerCase(Locale.ROOT)));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return documents().stream()
                .filter(Kinds::isTyped)
                .map(Kinds::typed)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    JsonNode one(String kind) {
        List<JsonNode> found =
                documents().stream().filter(one -> one.path("kind").asText().equals(kind)).toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " of " + kind);
        }
        return found.getFirst();
    }

    static List<JsonNode> build(Path folder) {
        JsonNode kustomization = Yaml.read(folder.resolve("kustomization.yaml"));
        kustomization.fieldNames().forEachRemaining(Overlay::known);
        var documents = new ArrayList<JsonNode>();
        for (JsonNode resource : kustomization.path("resources")) {
            Path path = folder.resolve(resource.asText());
            documents.addAll(
                    path.toFile().isDirectory()
                            ? build(path.normalize())
                            : Yaml.documents(Repository.text(path)));
        }
        for (JsonNode patch : kustomization.path("patches")) {
            patch(documents, patch, folder);
        }
        String namespace = kustomization.path("namespace").asText();
        if (!namespace.isEmpty()) {
            documents.stream()
                    .filter(one -> !one.path("kind").asText().equals("Namespace"))
                    .forEach(
                            one -> ((ObjectNode) one.path("metadata")).put("namespace", namespace));
        }
        return documents;
    }

    private static void known(String field) {
        if (!KNOWN.contains(field)) {
            throw new AssertionError("kustomization field " + field + " is not understood here");
        }
    }

    private static void patch(List<JsonNode> documents, JsonNode patch, Path folder) {
        JsonNode change = Yaml.read(folder.resolve(patch.path("path").asText()));
        boolean byKind = patch.has("target");
        int applied = 0;
        for (int i = 0; i < documents.size(); i++) {
            JsonNode document = documents.get(i);
            if (Kinds.of(document).equals(Kinds.of(change))
                    && (byKind || name(document).equals(name(change)))) {
                JsonNode name = document.path("metadata").path("name");
                JsonNode merged = Yaml.merge(document, change);
                ((ObjectNode) merged.path("metadata")).set("name", name);
                documents.set(i, merged);
                applied++;
            }
        }
        if (applied == 0) {
            throw new AssertionError(patch + " changes nothing");
        }
    }

    private static String name(JsonNode document) {
        return document.path("metadata").path("name").asText();
    }
}
