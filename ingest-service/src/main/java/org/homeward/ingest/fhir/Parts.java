package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.homeward.ingest.device.Called;
import org.homeward.ingest.device.Hub;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.Verdict;

/// A body taken apart by the devices that it speaks of, because a record of the log is one device's
/// alone. Each entry goes into one part: what stands beside the readings goes with the first of
/// them that refers to it, and what is nobody's stays with the sender.
final class Parts {
    private final BundleJson body;
    private final Refusal.Sent sent;
    private final Map<UUID, List<Integer>> measured = new LinkedHashMap<>();
    private final List<Verdict.Turned> nobodys = new ArrayList<>();
    private final Map<String, Integer> beside = new HashMap<>();
    private final TreeSet<Integer> left = new TreeSet<>();

    private Parts(BundleJson body, Refusal.Sent sent) {
        this.body = body;
        this.sent = sent;
        for (int i = 0; i < body.entries().nodes().size(); i++) {
            left.add(i);
        }
        for (int i : body.entries().noted()) {
            Devices.references(body.entries().nodes().get(i))
                    .forEach(reference -> beside.putIfAbsent(reference, i));
        }
    }

    /// What is said of one device.
    record Part(Refusal.Sent sent, Observed observed) {
        /// The same of a device that says nothing of itself by now.
        Part withoutReport() {
            return new Part(
                    sent, new Observed(observed.readings(), observed.faults(), SelfReport.NOTHING));
        }
    }

    /// All of it as the sender's own.
    static List<Part> own(BundleJson body, Refusal.Sent sent) {
        return List.of(new Part(sent, body.of(sent.deviceId())));
    }

    /// By what the sender may say.
    ///
    /// @param hub the sender
    /// @throws Refused if it is a transaction, which is kept whole, and speaks of several devices
    static List<Part> of(BundleJson body, Refusal.Sent sent, Hub hub) throws Refused {
        if (!hub.isOne()) {
            return own(body, sent);
        }
        Parts parts = new Parts(body, sent);
        parts.sort(hub);
        return parts.list();
    }

    private void sort(Hub hub) {
        Instant at = sent.received();
        Map<Called, Optional<UUID>> known = new HashMap<>();
        for (int index : body.entries().observations()) {
            Called called = body.entries().devices().of(body.entries().resource(index));
            known.computeIfAbsent(called, c -> hub.device(c, at))
                    .ifPresentOrElse(
                            id -> measured.computeIfAbsent(id, _ -> new ArrayList<>()).add(index),
                            () -> nobodys.add(notAuthorised(index)));
        }
    }

    private Verdict.Turned notAuthorised(int index) {
        Fault fault =
                new Fault(
                        403,
                        Refusal.NOT_AUTHORISED_FOR_DEVICE,
                        "device.reference: the hub does not act for it now");
        return body.entries().turned(index, fault);
    }

    private List<Part> list() throws Refused {
        if (nobodys.isEmpty() && measured.size() == 1) {
            return List.of(whole(measured.keySet().iterator().next()));
        }
        if (nobodys.isEmpty() && body.kind() == BundleJson.Kind.TRANSACTION) {
            throw new Refused(
                    422, "SEVERAL_DEVICES", "entry: send one transaction for each device");
        }
        List<Integer> own = measured.getOrDefault(sent.deviceId(), List.of());
        measured.remove(sent.deviceId());
        List<Part> parts = new ArrayList<>();
        measured.forEach((device, which) -> parts.add(relayed(device, which)));
        parts.add(
                new Part(
                        sent.part(bytes(left)),
                        body.entries()
                                .some(own, sent.deviceId())
                                .and(body.entries().faults())
                                .and(nobodys)));
        return parts;
    }

    private Part whole(UUID device) {
        return device.equals(sent.deviceId())
                ? new Part(sent, body.of(device))
                : new Part(sent.relayedFor(device, sent.body()), body.entries().all(null));
    }

    private Part relayed(UUID device, List<Integer> which) {
        TreeSet<Integer> entries = new TreeSet<>(which);
        which.forEach(index -> entries.addAll(besides(index)));
        entries.retainAll(left);
        left.removeAll(entries);
        return new Part(sent.relayedFor(device, bytes(entries)), body.entries().some(which, null));
    }

    /// What an Observation refers to: its device, its clock.
    private List<Integer> besides(int index) {
        JsonNode observation = body.entries().resource(index);
        List<Integer> found = new ArrayList<>();
        add(found, observation.path("device"));
        observation.path("extension").forEach(e -> add(found, e.path("valueReference")));
        observation.path("derivedFrom").forEach(e -> add(found, e));
        return found;
    }

    private void add(List<Integer> found, JsonNode reference) {
        Integer index = beside.get(reference.path("reference").asText(""));
        if (index != null) {
            found.add(index);
        }
    }

    private byte[] bytes(Collection<Integer> entries) {
        if (body.kind() == BundleJson.Kind.SINGLE) {
            return sent.body();
        }
        ObjectNode bundle = JsonNodeFactory.instance.objectNode();
        bundle.put("resourceType", "Bundle");
        bundle.put("type", body.kind().name().toLowerCase(Locale.ROOT));
        ArrayNode list = bundle.putArray("entry");
        entries.forEach(index -> list.add(body.entries().nodes().get(index)));
        return Source.bytes(bundle);
    }
}
