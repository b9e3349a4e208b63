package org.homeward.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.simulator.body.Body;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Json;
import org.homeward.simulator.platform.Registry;

/// People who do not exist, each with one device. The same seed and number is the same person at
/// every run.
public final class SimulatedPatients {
    private static final String SYSTEM = "urn:homeward:simulated";

    /// A person who is registered.
    public record Admitted(int number, UUID patientId, DeviceBook.Entry device, Body body) {}

    private final Registry registry;
    private final String nurse;
    private final long seed;
    private final Instant begins;

    /// People of this nurse's team.
    public SimulatedPatients(Registry registry, String nurse, long seed, Instant begins) {
        this.registry = registry;
        this.nurse = nurse;
        this.seed = seed;
        this.begins = begins;
    }

    public Admitted admit(int number, Scenario scenario) {
        String key = seed + "-" + number;
        ObjectNode body = Json.object();
        body.putObject("name").put("family", "Simulated").putArray("given").add("No " + number);
        body.put("birthDate", "%d-0%d-15".formatted(1940 + number % 50, 1 + number % 9));
        body.put("sex", number % 2 == 0 ? "female" : "male");
        body.putArray("identifiers").addObject().put("system", SYSTEM).put("value", key);
        UUID patientId = registry.patient(nurse, body).patientId();
        DeviceBook.Entry device =
                registry.device(
                        "simulated-" + key,
                        "simulated",
                        patientId,
                        begins.minus(Duration.ofDays(1)));
        return new Admitted(
                number, patientId, device, new Body(seed * 1000 + number, scenario, begins));
    }
}
