package org.homeward.simulator.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.homeward.simulator.platform.Json;
import org.jspecify.annotations.Nullable;

/// A FHIR Patient as far as a registration needs it.
///
/// @param registration the body of `POST /api/v1/patients`
/// @param references how Observations of the file may name the person
/// @param birthDate empty text if the file has none
public record Person(ObjectNode registration, Set<String> references, String birthDate) {
    private static final Set<String> SEXES = Set.of("female", "male", "other", "unknown");

    public Person {
        references = Set.copyOf(references);
    }

    /// The person of a bundle.
    ///
    /// @param latest the newest vital sign's time, taken as the time of death where the file says
    ///   only that there was one
    static Person from(String fullUrl, JsonNode patient, Instant latest) {
        ObjectNode body = Json.object();
        body.set("name", name(patient.path("name")));
        String birthDate = patient.path("birthDate").asText();
        if (birthDate.matches("\\d{4}-\\d{2}-\\d{2}")) {
            body.put("birthDate", birthDate);
        }
        String gender = patient.path("gender").asText();
        body.put("sex", SEXES.contains(gender) ? gender : "unknown");
        body.set("identifiers", identifiers(patient.path("identifier")));
        Instant death = death(patient, latest);
        if (death != null) {
            body.put("deceasedAt", death.toString());
        }
        String id = patient.path("id").asText();
        Set<String> references =
                Stream.of(fullUrl, "Patient/" + id, "urn:uuid:" + id)
                        .filter(reference -> !reference.isEmpty())
                        .collect(Collectors.toSet());
        return new Person(body, references, birthDate);
    }

    /// An instant before every reading of this person's life, for the import device's assignment.
    public Instant before(Instant earliest) {
        Instant birth = earliest;
        if (birthDate.matches("\\d{4}-\\d{2}-\\d{2}")) {
            birth = LocalDate.parse(birthDate).atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        Instant first = birth.isBefore(earliest) ? birth : earliest;
        return first.minusSeconds(86_400);
    }

    private static ObjectNode name(JsonNode names) {
        JsonNode chosen =
                StreamSupport.stream(names.spliterator(), false)
                        .filter(name -> "official".equals(name.path("use").asText()))
                        .findFirst()
                        .orElse(names.path(0));
        ObjectNode name = Json.object().put("family", chosen.path("family").asText("-"));
        ArrayNode given = name.putArray("given");
        chosen.path("given").forEach(part -> given.add(part.asText()));
        return name;
    }

    private static ArrayNode identifiers(JsonNode identifiers) {
        ArrayNode kept = Json.MAPPER.createArrayNode();
        for (JsonNode identifier : identifiers) {
            String system = identifier.path("system").asText();
            String value = identifier.path("value").asText();
            if (!system.isEmpty() && !value.isEmpty()) {
                kept.addObject().put("system", system).put("value", value);
            }
        }
        return kept;
    }

    private static @Nullable Instant death(JsonNode patient, Instant latest) {
        String at = patient.path("deceasedDateTime").asText();
        if (at.isEmpty()) {
            return patient.path("deceasedBoolean").asBoolean() ? latest : null;
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeParseException e) {
            return latest;
        }
    }
}
