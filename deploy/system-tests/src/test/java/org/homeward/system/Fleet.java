package org.homeward.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.homeward.simulator.SimulatedPatients;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.device.Closing;
import org.homeward.simulator.device.Ledger;
import org.homeward.simulator.device.Measurement;
import org.homeward.simulator.device.Protocol;
import org.homeward.simulator.device.SimulatedDevice;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Registry;
import org.homeward.system.oracle.Limits;

/// Many devices of as many patients: half speak HTTP, a quarter MQTT 3.1.1, a quarter MQTT 5.
final class Fleet {
    private static final int OWN_LIMITS_EVERY = 4;
    private static final Duration PACE = Duration.ofMillis(400);
    private static final Duration LOOK = Duration.ofMillis(50);

    /// One patient with one device.
    record Member(SimulatedPatients.Admitted admitted, List<Limits> limits, Ledger ledger) {}

    private final TheStack stack;
    private final long seed;
    private final int size;
    private final Closing closing = new Closing();
    private final List<Member> members = new ArrayList<>();
    private volatile int allowed;

    Fleet(TheStack stack, long seed, int size) {
        this.stack = stack;
        this.seed = seed;
        this.size = size;
    }

    List<Member> members() {
        return members;
    }

    /// Registers everybody, eight at a time; every fourth patient gets pulse limits of medium
    /// priority, whose alerts close by themselves and come again.
    void admit() throws Exception {
        Registry registry = stack.registry();
        SimulatedPatients patients = new SimulatedPatients(registry, "nurse", seed, Instant.now());
        List<Future<Member>> admissions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (int i = 0; i < size; i++) {
                int number = i;
                admissions.add(threads.submit(() -> member(registry, patients, number)));
            }
        }
        for (Future<Member> admission : admissions) {
            members.add(admission.get());
        }
    }

    private static Member member(Registry registry, SimulatedPatients patients, int number) {
        SimulatedPatients.Admitted admitted = patients.admit(number, Scenario.STABLE);
        List<Limits> limits =
                number % OWN_LIMITS_EVERY == 0
                        ? List.of(limit(registry.gateway(), admitted.patientId()))
                        : List.of();
        return new Member(admitted, limits, new Ledger());
    }

    private static Limits limit(Gateway gateway, UUID patientId) {
        String path = "/api/v1/patients/" + patientId + "/care-plan";
        Gateway.Answer answer = gateway.get("physician", path);
        ObjectNode plan = (ObjectNode) Gateway.must(answer, "a care plan");
        plan.putArray("thresholds")
                .addObject()
                .put("code", FleetValues.PULSE)
                .put("low", 55)
                .put("high", 105)
                .put("priority", "medium");
        plan.put("reason", "limits of the test");
        JsonNode changed =
                Gateway.must(gateway.put("physician", path, plan, answer.etag()), "a threshold");
        String id = changed.path("thresholds").path(0).path("id").asText();
        return new Limits(id, changed.path("version").asText(), FleetValues.PULSE, 55, 105);
    }

    /// Lets every device send up to this many measurements; it waits for leave to send more, so
    /// that none has finished while something slow starts again.
    void allow(int measurements) {
        allowed = measurements;
    }

    /// Lets every device send its rounds as it has leave; returns when the last has its last
    /// acknowledgement.
    void send(int rounds) throws Exception {
        List<Future<?>> running = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Member member : members) {
                running.add(threads.submit(() -> run(member, rounds)));
            }
        }
        for (Future<?> one : running) {
            one.get();
        }
    }

    private void run(Member member, int rounds) {
        int number = member.admitted().number();
        Protocol protocol =
                number % 2 == 0 ? Protocol.HTTP : number % 4 == 1 ? Protocol.MQTT : Protocol.MQTT5;
        var link = protocol.link(stack.http().client(), stack.place(), member.admitted().device());
        UUID id = member.admitted().device().deviceId();
        closing.within(Duration.ofMillis(ThreadLocalRandom.current().nextLong(PACE.toMillis())));
        try (SimulatedDevice device = new SimulatedDevice(id, link, member.ledger(), closing)) {
            Instant last = Instant.EPOCH;
            boolean own = !member.limits().isEmpty();
            List<FleetValues.Planned> all = new FleetValues(seed + number, own).rounds(rounds);
            for (int i = 0; i < all.size() && mayTake(i); i++) {
                Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
                last = now.isAfter(last) ? now : last.plusMillis(1);
                FleetValues.Planned next = all.get(i);
                device.send(List.of(new Measurement("c" + i, next.code(), next.values(), last)));
                closing.within(PACE);
            }
        }
    }

    private boolean mayTake(int measurement) {
        while (measurement >= allowed && !closing.isClosed()) {
            closing.within(LOOK);
        }
        return !closing.isClosed();
    }

    long acknowledged() {
        return members.stream().mapToLong(m -> m.ledger().count(Ledger.Mark.OK)).sum();
    }

    /// Ends a run that does not end by itself.
    void close() {
        closing.close();
    }
}
