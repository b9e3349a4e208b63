package org.homeward.launcher.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.homeward.launcher.LocalTokens;
import org.homeward.launcher.StackConfig;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// A device for scripts, through the gateway's public routes.
@Command(
        name = "device",
        description = "Register a device and print its id and token as one JSON object.",
        mixinStandardHelpOptions = true)
final class Device implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration BACK = Duration.ofHours(24);

    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--patient",
            paramLabel = "ID",
            description = "Assign it to this patient, from 24 hours ago.")
    private @Nullable UUID patient;

    @Override
    public Integer call() {
        StackConfig config = parent.config();
        GatewayCalls gateway =
                new GatewayCalls(
                        config.gatewayUrl(),
                        new LocalTokens(config.keycloakUrl()).user("device-admin"));
        JsonNode device = gateway.post("/api/v1/devices", JSON.createObjectNode());
        String id = device.path("id").asText();
        if (patient != null) {
            gateway.post("/api/v1/devices/" + id + "/assignments", assignment(patient));
        }
        ObjectNode answer = JSON.createObjectNode();
        answer.put("deviceId", id);
        answer.put("token", device.path("token").asText());
        spec.commandLine().getOut().println(answer);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static ObjectNode assignment(UUID patient) {
        ObjectNode body = JSON.createObjectNode();
        body.put("patientId", patient.toString());
        body.put("from", Instant.now().minus(BACK).truncatedTo(ChronoUnit.SECONDS).toString());
        return body;
    }
}
