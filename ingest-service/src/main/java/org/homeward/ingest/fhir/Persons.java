package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.homeward.ingest.fhir.phd.Phd;

/// Takes out of a tree what names people: resources about them, narrative, notes, and the words and
/// numbers beside a reference. An Observation's identifier by the guide for personal health devices
/// is put together from the patient's among others; it becomes a hash, which tells repetitions as
/// well.
final class Persons {
    private static final Set<String> RESOURCES =
            Set.of("Patient", "RelatedPerson", "Person", "Practitioner", "PractitionerRole");

    private static final List<String> WORDS = List.of("text", "note", "contained");
    private static final Set<String> REFERENCE = Set.of("reference");

    private static final String PREFIX = "sha-256:";
    private static final Pattern HASHED = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private Persons() {}

    /// Whether there was anything.
    static boolean removeFrom(JsonNode tree) {
        boolean removed = clean(tree);
        for (JsonNode entry : tree.path("entry")) {
            removed |= clean(entry.path("resource"));
            removed |=
                    entry.get("request") instanceof ObjectNode request
                            && request.remove("ifNoneExist") != null;
        }
        return removed;
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
        removed |= cleanReference(resource.path("subject"));
        for (JsonNode performer : resource.path("performer")) {
            removed |= cleanReference(performer);
        }
        return hashIdentifier(resource) || removed;
    }

    private static boolean cleanReference(JsonNode node) {
        if (!(node instanceof ObjectNode reference)) {
            return false;
        }
        int before = reference.size();
        reference.retain(REFERENCE);
        return reference.size() < before;
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
