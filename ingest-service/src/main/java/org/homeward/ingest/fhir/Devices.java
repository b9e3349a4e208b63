package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.device.Called;
import org.homeward.ingest.fhir.observation.ObservationJson;

/// What the Device resources of one Bundle say of which devices they are, by how its Observations
/// refer to them.
final class Devices {
    private static final int MOST_NAMES = 10;

    private final Map<String, Called> devices = new HashMap<>();

    /// Takes a Device with its entry's name.
    void add(JsonNode entry) {
        JsonNode device = entry.path("resource");
        Called called = called(device);
        for (String reference : references(entry)) {
            devices.merge(reference, called, Called::and);
        }
    }

    /// How other resources of its Bundle may refer to an entry.
    static List<String> references(JsonNode entry) {
        String url = entry.path("fullUrl").asText("");
        String id = entry.path("resource").path("id").asText("");
        String relative = entry.path("resource").path("resourceType").asText("") + "/" + id;
        if (id.isEmpty() || relative.equals(url)) {
            return url.isEmpty() ? List.of() : List.of(url);
        }
        return url.isEmpty() ? List.of(relative) : List.of(url, relative);
    }

    /// A resource's id is a label of its Bundle unless it has the form of ours.
    private static Called called(JsonNode device) {
        Set<String> names = new HashSet<>();
        String id = device.path("id").asText("").toLowerCase(Locale.ROOT);
        if (ObservationJson.isUuid(id)) {
            names.add(id);
        }
        for (JsonNode name : device.path("deviceName")) {
            if (names.size() < MOST_NAMES) {
                names.add(name.path("name").asText(""));
            }
        }
        names.remove("");
        return new Called(device.path("serialNumber").asText(""), names);
    }

    /// Which device an Observation says that it was measured by.
    Called of(JsonNode observation) {
        String reference = observation.path("device").path("reference").asText("");
        if (reference.isEmpty()) {
            return Called.UNSAID;
        }
        return Optional.ofNullable(devices.get(reference))
                .orElseGet(() -> Called.byId(ObservationJson.deviceId(observation)));
    }

    boolean isAnother(JsonNode observation, UUID sender) {
        return !of(observation).isAtMost(sender);
    }
}
