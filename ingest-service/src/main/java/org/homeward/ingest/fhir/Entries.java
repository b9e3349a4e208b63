package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.fhir.observation.ObservationJson;
import org.homeward.ingest.fhir.phd.Clock;
import org.homeward.ingest.fhir.phd.Clocks;
import org.homeward.ingest.fhir.phd.Firmwares;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;
import org.jspecify.annotations.Nullable;

/// The resources of a body. They are sorted first and read afterwards: what readings refer to may
/// stand after them, and whose they are may have to be asked.
final class Entries {
    private static final Set<String> METHODS = Set.of("POST", "PUT");

    private final List<JsonNode> nodes;
    private final boolean isBundle;
    private final Clocks clocks = new Clocks();
    private final Firmwares firmwares = new Firmwares();
    private final Devices devices = new Devices();
    private final List<Integer> observations = new ArrayList<>();
    private final List<Verdict.Turned> faults = new ArrayList<>();
    private final List<Integer> noted = new ArrayList<>();

    private Entries(List<JsonNode> nodes, boolean isBundle) {
        this.nodes = nodes;
        this.isBundle = isBundle;
    }

    /// An Observation without a Bundle.
    static Entries single(JsonNode observation) {
        Entries one = new Entries(List.of(observation), false);
        if (Clock.isIn(observation)) {
            String detail = "code: a clock's time is taken with its readings alone";
            one.add(0, new Fault(422, "NOT_SUPPORTED", detail));
        } else {
            one.observations.add(0);
        }
        return one;
    }

    static Entries of(List<JsonNode> nodes) {
        Entries entries = new Entries(nodes, true);
        for (int i = 0; i < nodes.size(); i++) {
            entries.sort(i);
        }
        return entries;
    }

    private void sort(int index) {
        JsonNode entry = nodes.get(index);
        try {
            switch (entry.path("resource").path("resourceType").asText()) {
                case "Device" -> {
                    devices.add(entry);
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

    private void add(int index, Fault e) {
        faults.add(turned(index, e));
    }

    /// The verdict on a resource that cannot be taken.
    Verdict.Turned turned(int index, Fault e) {
        String path = isBundle ? "entry[" + index + "].resource." : "";
        return new Verdict.Turned(index, e.status(), e.code(), path + e.detail());
    }

    /// Whether an Observation may be another device's than the sender's.
    boolean nameAnother(UUID sender) {
        return observations.stream().anyMatch(i -> devices.isAnother(resource(i), sender));
    }

    /// All that there is, as that of one device.
    ///
    /// @param sender who sent it, for itself; null where it is known which device measured
    Observed all(@Nullable UUID sender) {
        return some(observations, sender).and(faults);
    }

    /// Some of the Observations, as those of one device.
    Observed some(List<Integer> which, @Nullable UUID sender) {
        List<SentReading> readings = new ArrayList<>(which.size());
        List<Verdict.Turned> unread = new ArrayList<>();
        List<JsonNode> read = new ArrayList<>(which.size());
        for (int index : which) {
            JsonNode resource = resource(index);
            try {
                readings.add(ObservationJson.read(resource, index, sender, clocks.of(resource)));
                read.add(resource);
            } catch (Fault e) {
                unread.add(turned(index, e));
            }
        }
        return new Observed(readings, unread, firmwares.of(read));
    }

    JsonNode resource(int index) {
        JsonNode node = nodes.get(index);
        return isBundle ? node.path("resource") : node;
    }

    /// The resources in their order, those of a Bundle with their entries.
    List<JsonNode> nodes() {
        return nodes;
    }

    List<Integer> observations() {
        return observations;
    }

    /// What the Device resources say of which devices they are.
    Devices devices() {
        return devices;
    }

    /// What could not be taken, whosever it is.
    List<Verdict.Turned> faults() {
        return faults;
    }

    /// The indices of entries that are no readings but help to understand them.
    List<Integer> noted() {
        return noted;
    }
}
