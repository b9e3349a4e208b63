package org.homeward.simulator.bundle;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.homeward.simulator.platform.Json;
import org.jspecify.annotations.Nullable;

/// Reads a bundle entry by entry, so that a file of any size needs only the memory of its vital
/// signs. Nothing is sent before the whole file was understood.
public final class BundleReader {
    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    private final List<JsonNode> vitalSigns = new ArrayList<>();
    private final Map<Choice.Reason, TreeMap<String, Integer>> passedOver =
            new EnumMap<>(Choice.Reason.class);
    private @Nullable JsonNode patient;
    private String fullUrl = "";

    private BundleReader() {}

    /// The file cannot be used; the message says why in one line, without its content.
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1L;

        Unreadable(String message) {
            super(message);
        }
    }

    /// Reads a file, compressed or not.
    public static PatientBundle read(Path file) throws Unreadable {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
            return read(raw);
        } catch (NoSuchFileException e) {
            throw new Unreadable("no such file");
        } catch (JsonParseException e) {
            throw new Unreadable("not JSON, or cut short, at line " + e.getLocation().getLineNr());
        } catch (IOException e) {
            throw new Unreadable("cannot be read: " + e.getClass().getSimpleName());
        }
    }

    static PatientBundle read(InputStream raw) throws IOException, Unreadable {
        raw.mark(2);
        boolean gzip = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        BundleReader reader = new BundleReader();
        try (InputStream in = gzip ? new GZIPInputStream(raw, 1 << 16) : raw;
                JsonParser parser = Json.MAPPER.createParser(in)) {
            reader.bundle(parser);
            if (parser.nextToken() != null) {
                throw new Unreadable("something follows the bundle");
            }
        }
        return reader.result();
    }

    private void bundle(JsonParser parser) throws IOException, Unreadable {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw new Unreadable("not a FHIR bundle");
        }
        String type = "";
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals("resourceType")) {
                type = parser.getText();
            } else if (field.equals("entry") && parser.currentToken() == JsonToken.START_ARRAY) {
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    entry(parser.readValueAsTree());
                }
            } else {
                parser.skipChildren();
            }
        }
        if (!type.equals("Bundle")) {
            throw new Unreadable("not a FHIR bundle");
        }
    }

    private void entry(JsonNode entry) throws Unreadable {
        JsonNode resource = entry.path("resource");
        switch (resource.path("resourceType").asText()) {
            case "Patient" -> {
                if (patient != null) {
                    throw new Unreadable("more than one patient in the bundle");
                }
                patient = resource;
                fullUrl = entry.path("fullUrl").asText();
            }
            case "Observation" -> {
                switch (Choice.of(resource)) {
                    case Choice.Send _ -> vitalSigns.add(resource);
                    case Choice.PassOver over -> passOver(over.reason(), over.code());
                }
            }
            default -> {
                // Encounters, claims and the rest are not about measurements.
            }
        }
    }

    private void passOver(Choice.Reason reason, String code) {
        passedOver.computeIfAbsent(reason, _ -> new TreeMap<>()).merge(code, 1, Integer::sum);
    }

    private PatientBundle result() throws Unreadable {
        if (patient == null) {
            throw new Unreadable("no patient in the bundle");
        }
        Instant latest =
                vitalSigns.stream().map(BundleReader::time).max(Instant::compareTo).orElse(NEVER);
        Instant earliest =
                vitalSigns.stream().map(BundleReader::time).min(Instant::compareTo).orElse(NEVER);
        Person person =
                Person.from(fullUrl, patient, latest.equals(NEVER) ? Instant.EPOCH : latest);
        vitalSigns.removeIf(observation -> isAboutAnother(observation, person));
        return new PatientBundle(person, vitalSigns, earliest, passedOver);
    }

    private boolean isAboutAnother(JsonNode observation, Person person) {
        String subject = observation.path("subject").path("reference").asText();
        if (subject.isEmpty() || person.references().contains(subject)) {
            return false;
        }
        passOver(
                Choice.Reason.OTHER_SUBJECT,
                observation.path("code").path("coding").path(0).path("code").asText());
        return true;
    }

    private static Instant time(JsonNode observation) {
        String text = observation.path("effectiveDateTime").asText();
        if (text.isEmpty()) {
            text = observation.path("effectivePeriod").path("start").asText();
        }
        try {
            return text.length() > 10
                    ? OffsetDateTime.parse(text).toInstant()
                    : OffsetDateTime.parse((text + "-01-01").substring(0, 10) + "T00:00:00Z")
                            .toInstant();
        } catch (DateTimeException | StringIndexOutOfBoundsException e) {
            return NEVER;
        }
    }
}
