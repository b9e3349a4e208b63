package org.homeward.simulator.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.homeward.simulator.SimulatedPatients;
import org.homeward.simulator.SimulatedPatients.Admitted;
import org.homeward.simulator.bench.load.Payloads;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Registry;

/// The bench's patients and devices, of team B, registered once per stack. The first ones have a
/// threshold that a single reading breaks and the next one mends.
final class BenchFleet {
    /// How many patients with and without the threshold, and how many whose device speaks FHIR: a
    /// device that sent the same value by two ways within seconds would have its second reading
    /// taken as the first one's twin. Of each more than there are posts under way, so that no
    /// device sends twice in a millisecond. The first number is prime, so that the rhythm of alarms
    /// goes round all of them.
    record Size(int alarms, int json, int fhir) {
        static final Size FULL = new Size(193, 247, 191);
        static final Size QUICK = new Size(67, 71, 61);

        int all() {
            return alarms + json + fhir;
        }
    }

    private static final long SEED = 990_001;
    private static final int HIGHEST_PULSE = 100;

    private final List<Admitted> members;

    private final Size size;
    private final Crowd crowd;

    private BenchFleet(List<Admitted> members, Size size, Crowd crowd) {
        this.members = members;
        this.size = size;
        this.crowd = crowd;
    }

    static BenchFleet admit(Registry registry, Size size, Crowd crowd) {
        SimulatedPatients patients = new SimulatedPatients(registry, "nurse2", SEED, Instant.now());
        List<Future<Admitted>> admissions = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            for (int i = 0; i < size.all(); i++) {
                int number = i;
                boolean alarms = number < size.alarms();
                admissions.add(
                        threads.submit(() -> admit(registry.gateway(), patients, number, alarms)));
            }
        }
        List<Admitted> members = new ArrayList<>();
        for (Future<Admitted> admission : admissions) {
            try {
                members.add(admission.get());
            } catch (ExecutionException e) {
                throw new IllegalStateException(
                        "the bench's patients cannot be registered: " + e.getCause(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted", e);
            }
        }
        return new BenchFleet(members, size, crowd);
    }

    private static Admitted admit(
            Gateway gateway, SimulatedPatients patients, int number, boolean alarms) {
        Admitted admitted = patients.admit(number, Scenario.STABLE);
        if (alarms) {
            limit(gateway, admitted.patientId(), HIGHEST_PULSE);
        }
        return admitted;
    }

    /// Writes the upper limit of the marker's code into a patient's plan; one that is there stays.
    static void limit(Gateway gateway, UUID patientId, int high) {
        String path = "/api/v1/patients/" + patientId + "/care-plan";
        Gateway.Answer answer = gateway.get("physician2", path);
        ObjectNode plan = (ObjectNode) Gateway.must(answer, "the reading of a care plan");
        if (plan.path("thresholds").path(0).path("high").asInt() == high) {
            return;
        }
        plan.putArray("thresholds")
                .addObject()
                .put("code", Payloads.MARKER)
                .put("high", high)
                .put("priority", "medium")
                .putObject("confirm")
                .put("n", 1)
                .put("of", 1);
        plan.put("reason", "limits of the load test");
        Gateway.must(gateway.put("physician2", path, plan, answer.etag()), "a threshold");
    }

    List<Admitted> withAlarms() {
        return members.subList(0, size.alarms());
    }

    List<Admitted> withJson() {
        return members.subList(size.alarms(), size.alarms() + size.json());
    }

    List<Admitted> withFhir() {
        return members.subList(size.alarms() + size.json(), members.size());
    }

    Crowd crowd() {
        return crowd;
    }

    List<UUID> devices() {
        return members.stream().map(member -> member.device().deviceId()).toList();
    }

    static List<String> tokens(List<Admitted> members) {
        return members.stream().map(member -> member.device().token()).toList();
    }

    static List<DeviceBook.Entry> entries(List<Admitted> members) {
        return members.stream().map(Admitted::device).toList();
    }
}
