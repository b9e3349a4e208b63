package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;

/// The entries of a Bundle, read in two turns: what readings refer to may stand after them.
final class Entries {
    private static final Set<String> METHODS = Set.of("POST", "PUT");

    private final List<JsonNode> nodes;
    private final UUID device;
    private final Clocks clocks = new Clocks();
    private final Firmwares firmwares = new Firmwares();
    private final List<Integer> observations = new ArrayList<>();
    private final List<SentReading> readings = new ArrayList<>();
    private final List<Verdict.Turned> faults = new ArrayList<>();
    private final List<Integer> noted = new ArrayList<>();

    private Entries(List<JsonNode> nodes, UUID device) {
        this.nodes = nodes;
        this.device = device;
    }

    static Entries read(List<JsonNode> nodes, UUID device) {
        Entries entries = new Entries(nodes, device);
        for (int i = 0; i < nodes.size(); i++) {
            entries.sort(i);
        }
        entries.observations.forEach(entries::observe);
        return entries;
    }

    private void sort(int index) {
        JsonNode entry = nodes.get(index);
        try {
            switch (entry.path("resource").path("resourceType").asText()) {
                case "Device" -> {
                    firmwares.add(entry);
                    checkKnown(entry, index);
                }
                case "Patient" -> checkKnown(entry, index);
                case "Observation" -> {
                    checkRequest(entry, Set.of("POST"));
                    take(entry, index);
                }
                default -> throw unknown(entry, index);
            }
        } catch (Fault e) {
            add(index, e);
        }
    }

    /// What stands beside readings is read and not kept: the registry knows the device, and the
    /// assignment says who wears it.
    private void checkKnown(JsonNode entry, int index) throws Fault {
        checkRequest(entry, METHODS);
        noted.add(index);
    }

    private void take(JsonNode entry, int index) throws Fault {
        if (Clock.isIn(entry.get("resource"))) {
            clocks.add(entry);
            noted.add(index);
        } else {
            observations.add(index);
        }
    }

    private static void checkRequest(JsonNode entry, Set<String> methods) throws Fault {
        String type = entry.path("resource").path("resourceType").asText();
        JsonNode request = entry.path("request");
        String url = request.path("url").asText(type);
        boolean fits = url.equals(type) || (methods.contains("PUT") && url.startsWith(type + "/"));
        if (!methods.contains(request.path("method").asText("POST")) || !fits) {
            throw new Fault(422, "NOT_SUPPORTED", "request: only POST " + type + " is taken");
        }
    }

    private static Fault unknown(JsonNode entry, int index) {
        return entry.path("resource").isObject()
                ? new Fault(422, "NOT_SUPPORTED", "resourceType: only Observation is taken")
                : Fault.missing("entry[" + index + "].resource");
    }

    private void observe(int index) {
        JsonNode resource = nodes.get(index).get("resource");
        try {
            readings.add(ObservationJson.read(resource, index, device, clocks.of(resource)));
            firmwares.use(resource);
        } catch (Fault e) {
            add(index, e);
        }
    }

    private void add(int index, Fault e) {
        String detail = "entry[" + index + "].resource." + e.detail();
        faults.add(new Verdict.Turned(index, e.status(), e.code(), detail));
    }

    SelfReport report() {
        return firmwares.report();
    }

    List<SentReading> readings() {
        return readings;
    }

    List<Verdict.Turned> faults() {
        return faults;
    }

    List<Integer> noted() {
        return noted;
    }
}
