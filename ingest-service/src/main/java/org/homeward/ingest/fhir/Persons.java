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

/// Takes out of a tree what names people, wherever it stands: resources about them, narrative,
/// notes, ways to reach them, what is searched for them by, and the words and numbers beside any
/// reference. An Observation's identifier by the guide for personal health devices is put together
/// from the patient's among others; it becomes a hash, which tells repetitions as well.
final class Persons {
    private static final Set<String> RESOURCES =
            Set.of("Patient", "RelatedPerson", "Person", "Practitioner", "PractitionerRole");

    /// Of a resource.
    private static final List<String> WORDS = List.of("text", "note", "contained", "contact");

    /// Of any extension.
    private static final List<String> VALUES =
            List.of(
                    "valueHumanName",
                    "valueAddress",
                    "valueContactPoint",
                    "valueContactDetail",
                    "valueAnnotation");

    /// Always references, whatever else is written into them.
    private static final List<String> PEOPLE = List.of("subject", "performer", "patient");

    private static final String REFERENCE = "reference";
    private static final String TYPE = "resourceType";

    /// What has one of these is a code, a quantity, an identifier or a resource.
    private static final List<String> OF_OTHERS =
            List.of(TYPE, "system", "code", "coding", "value");

    private static final String PREFIX = "sha-256:";
    private static final Pattern HASHED = Pattern.compile(PREFIX + "[0-9a-f]{64}");

    private Persons() {}

    /// Whether there was anything.
    static boolean removeFrom(JsonNode node) {
        boolean removed = node instanceof ObjectNode object && clean(object);
        for (JsonNode child : node) {
            removed |= removeFrom(child);
        }
        return removed;
    }

    private static boolean clean(ObjectNode object) {
        if (RESOURCES.contains(object.path(TYPE).asText(""))) {
            return retain(object, TYPE);
        }
        int before = object.size();
        object.remove(VALUES);
        object.remove("ifNoneExist");
        if (object.has(TYPE)) {
            object.remove(WORDS);
        }
        boolean removed = object.size() < before;
        for (String name : PEOPLE) {
            removed |= reduce(object.path(name));
        }
        removed |= isReference(object) && reduce(object);
        removed |= cutSearch(object, "url");
        removed |= cutSearch(object, "fullUrl");
        return hashIdentifier(object) || removed;
    }

    private static boolean retain(ObjectNode object, String name) {
        int before = object.size();
        object.retain(name);
        return object.size() < before;
    }

    private static boolean isReference(ObjectNode object) {
        if (object.path(REFERENCE).isTextual()) {
            return true;
        }
        return (object.has("display") || object.has("identifier"))
                && OF_OTHERS.stream().noneMatch(object::has);
    }

    /// A reference, or a list of them, to where it points and no more.
    private static boolean reduce(JsonNode node) {
        if (node instanceof ObjectNode reference) {
            boolean cut = cutSearch(reference, REFERENCE);
            return retain(reference, REFERENCE) || cut;
        }
        boolean removed = false;
        for (JsonNode item : node) {
            removed |= item.isObject() && reduce(item);
        }
        return removed;
    }

    /// Of `Patient?identifier=123` the first word.
    private static boolean cutSearch(ObjectNode object, String name) {
        String url = object.path(name).asText("");
        int search = url.indexOf('?');
        if (search >= 0) {
            object.put(name, url.substring(0, search));
        }
        return search >= 0;
    }

    /// What was hashed before stays as it is, so that what is kept is read as it was.
    private static boolean hashIdentifier(ObjectNode resource) {
        if (!Phd.isMeantFor(resource) || !resource.path(TYPE).asText("").equals("Observation")) {
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
