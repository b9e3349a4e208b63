package org.homeward.simulator.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Json;
import org.homeward.simulator.platform.Place;
import org.homeward.simulator.platform.Registry;

/// Registers a file's person and sends the vital signs by the device edge, as FHIR batches of one
/// import device of that person. Sending again gives the same reading ids, so that nothing changes.
public final class BundleImport {
    private static final int ENTRIES = 100;
    private static final int BYTES = 900_000;

    private final Http http;
    private final Place place;
    private final Registry registry;

    public BundleImport(Http http, Place place, Registry registry) {
        this.http = http;
        this.place = place;
        this.registry = registry;
    }

    /// Imports one file that was read.
    ///
    /// @throws org.homeward.simulator.platform.Gateway.Refused if the registration is refused
    public FileReport run(String file, PatientBundle bundle) {
        Registry.Registered patient = registry.patient("nurse", bundle.person().registration());
        int accepted = 0;
        Map<String, Integer> refused = new TreeMap<>();
        if (!bundle.vitalSigns().isEmpty()) {
            DeviceBook.Entry device =
                    registry.device(
                            "import-" + patient.patientId(),
                            "import",
                            patient.patientId(),
                            bundle.person().before(bundle.earliest()));
            for (List<JsonNode> batch : batches(bundle.vitalSigns())) {
                accepted += send(device, batch, refused);
            }
        }
        return new FileReport(
                file,
                patient.patientId(),
                patient.fresh(),
                bundle.vitalSigns().size(),
                accepted,
                refused,
                bundle.passedOver());
    }

    /// At most a hundred entries and 900 kB each, in the file's order.
    static List<List<JsonNode>> batches(List<JsonNode> observations) {
        List<List<JsonNode>> batches = new ArrayList<>();
        List<JsonNode> batch = new ArrayList<>();
        int bytes = 0;
        for (JsonNode observation : observations) {
            int size = observation.toString().getBytes(StandardCharsets.UTF_8).length + 100;
            if (!batch.isEmpty() && (batch.size() == ENTRIES || bytes + size > BYTES)) {
                batches.add(batch);
                batch = new ArrayList<>();
                bytes = 0;
            }
            batch.add(observation);
            bytes += size;
        }
        if (!batch.isEmpty()) {
            batches.add(batch);
        }
        return batches;
    }

    private int send(DeviceBook.Entry device, List<JsonNode> batch, Map<String, Integer> refused) {
        HttpRequest request =
                HttpRequest.newBuilder(place.ingest().resolve("/fhir/R4"))
                        .timeout(Http.TIMEOUT)
                        .header("Authorization", "Bearer " + device.token())
                        .header("Content-Type", "application/fhir+json")
                        .POST(HttpRequest.BodyPublishers.ofString(bundleOf(batch).toString()))
                        .build();
        HttpResponse<String> answer = http.send(request);
        if (answer.statusCode() != 200) {
            refused.merge("whole batch, status " + answer.statusCode(), batch.size(), Integer::sum);
            return 0;
        }
        int accepted = 0;
        for (JsonNode entry : Json.parse(answer.body()).path("entry")) {
            JsonNode response = entry.path("response");
            if (response.path("status").asText().startsWith("2")) {
                accepted++;
            } else {
                refused.merge(reason(response), 1, Integer::sum);
            }
        }
        return accepted;
    }

    private static ObjectNode bundleOf(List<JsonNode> batch) {
        ObjectNode bundle = Json.object().put("resourceType", "Bundle").put("type", "batch");
        ArrayNode entries = bundle.putArray("entry");
        for (JsonNode observation : batch) {
            ObjectNode entry = entries.addObject();
            entry.set("resource", observation);
            entry.putObject("request").put("method", "POST").put("url", "Observation");
        }
        return bundle;
    }

    private static String reason(JsonNode response) {
        JsonNode issue = response.path("outcome").path("issue").path(0);
        String text = issue.path("details").path("coding").path(0).path("code").asText();
        if (text.isEmpty()) {
            text = issue.path("diagnostics").asText(issue.path("code").asText("no reason given"));
        }
        return response.path("status").asText() + " " + text;
    }
}
