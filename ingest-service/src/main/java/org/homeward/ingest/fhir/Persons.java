package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.ingest.fhir.phd.Phd;

/// Takes out of a tree what names people: resources about them, narrative, notes, ways to reach
/// them, what is searched for them by, and the words and numbers beside any reference. An
/// Observation's identifier by the guide for personal health devices is put together from the
/// patient's among others; it becomes a hash, which tells repetitions as well.
final class Persons {
    private static final Set<String> RESOURCES =
            Set.of("Patient", "RelatedPerson", "Person", "Practitioner", "PractitionerRole");

    private static final List<String> WORDS = List.of("text", "note", "contained", "contact");

    /// All that a Reference can have.
    private static final Set<String> OF_REFERENCE =
            Set.of("reference", "type", "identifier", "display", "id");

    private static final String REFERENCE = "reference";

    private static final String PREFIX = "sha-256:";
    private static final Pattern HASHED = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private Persons() {}

    /// Whether there was anything.
    static boolean removeFrom(JsonNode tree) {
        boolean removed = clean(tree);
        for (JsonNode entry : tree.path("entry")) {
            removed |= clean(entry.path("resource"));
            removed |= entry.get("request") instanceof ObjectNode request && cleanRequest(request);
        }
        return removed;
    }

    private static boolean cleanRequest(ObjectNode request) {
        boolean removed = request.remove("ifNoneExist") != null;
        String url = request.path("url").asText("");
        int search = url.indexOf('?');
        if (search >= 0) {
            request.put("url", url.substring(0, search));
        }
        return removed || search >= 0;
    }

    private static boolean clean(JsonNode node) {
        if (!(node instanceof ObjectNode resource)) {
            return false;
        }
        if (RESOURCES.contains(resource.path("resourceType").asText())) {
            boolean more = resource.size() > 1;
            resource.retain("resourceType");
            return more;
        }
        int before = resource.size();
        resource.remove(WORDS);
        boolean removed = resource.size() < before;
        for (JsonNode child : resource) {
            removed |= cleanReferences(child);
        }
        return hashIdentifier(resource) || removed;
    }

    private static boolean cleanReferences(JsonNode node) {
        if (node instanceof ObjectNode object && isReference(object)) {
            int before = object.size();
            object.retain(REFERENCE);
            if (object.path(REFERENCE).asText("").indexOf('?') >= 0) {
                object.remove(REFERENCE);
            }
            return object.size() < before;
        }
        boolean removed = false;
        for (JsonNode child : node) {
            removed |= cleanReferences(child);
        }
        return removed;
    }

    private static boolean isReference(ObjectNode object) {
        if (!object.has(REFERENCE) && !object.has("display") && !object.has("identifier")) {
            return false;
        }
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            if (!OF_REFERENCE.contains(field.getKey())) {
                return false;
            }
        }
        return true;
    }

    /// What was hashed before stays as it is, so that what is kept is read as it was.
    private static boolean hashIdentifier(ObjectNode resource) {
        if (!Phd.isMeantFor(resource)
                || !resource.path("resourceType").asText().equals("Observation")) {
            return false;
        }
        boolean changed = false;
        for (JsonNode node : resource.path("identifier")) {
            changed |= node instanceof ObjectNode identifier && hash(identifier);
        }
        return changed;
    }

    private static boolean hash(ObjectNode identifier) {
        String system = identifier.path("system").asText();
        String value = identifier.path("value").asText();
        boolean known = identifier.size() == 1 && HASHED.matcher(value).matches();
        if (known || identifier.isEmpty()) {
            return false;
        }
        identifier.removeAll();
        if (!value.isBlank()) {
            identifier.put("value", PREFIX + hash(system + "|" + value));
        }
        return true;
    }

    private static String hash(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
