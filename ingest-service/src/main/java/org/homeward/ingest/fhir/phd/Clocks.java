package org.homeward.ingest.fhir.phd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.homeward.ingest.json.Fault;

/// The coincident timestamps of one Bundle, by what its readings call them.
public final class Clocks {
    private static final String REFERENCE =
            "http://hl7.org/fhir/uv/phd/StructureDefinition/CoincidentTimeStampReference";

    private final Map<String, Clock> clocks = new HashMap<>();

    /// Takes one. Where two have one name, nobody knows which is meant, and neither is believed.
    ///
    /// @throws Fault if it cannot be read: then readings that name it have no clock either
    public void add(JsonNode entry) throws Fault {
        Clock clock = Clock.UNREADABLE;
        try {
            clock = Clock.of(entry.path("resource"));
        } finally {
            for (String name : names(entry)) {
                clocks.merge(name, clock, (_, _) -> Clock.UNREADABLE);
            }
        }
    }

    private static Set<String> names(JsonNode entry) {
        Set<String> names = new HashSet<>();
        names.add(entry.path("fullUrl").asText(""));
        names.add("Observation/" + entry.path("resource").path("id").asText(""));
        names.removeAll(Set.of("", "Observation/"));
        return names;
    }

    /// Whether a reading may have a clock that stands beside it.
    public static boolean isNamedIn(JsonNode observation) {
        for (JsonNode extension : observation.path("extension")) {
            if (extension.path("url").asText().equals(REFERENCE)) {
                return true;
            }
        }
        return !observation.path("derivedFrom").isEmpty();
    }

    /// The clock of a reading: version 2 of the guide names it in an extension, version 1 among
    /// what the reading derives from.
    public Clock of(JsonNode observation) {
        for (JsonNode extension : observation.path("extension")) {
            Clock clock = clocks.get(extension.at("/valueReference/reference").asText());
            if (clock != null && extension.path("url").asText().equals(REFERENCE)) {
                return clock;
            }
        }
        for (JsonNode source : observation.path("derivedFrom")) {
            Clock clock = clocks.get(source.path("reference").asText());
            if (clock != null) {
                return clock;
            }
        }
        return Clock.UNSAID;
    }
}
