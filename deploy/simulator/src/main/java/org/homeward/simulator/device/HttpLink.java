package org.homeward.simulator.device;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Json;

/// JSON over HTTP.
public final class HttpLink implements DeviceLink {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final HttpClient client;
    private final URI readings;
    private final String token;

    public HttpLink(HttpClient client, URI ingest, String token) {
        this.client = client;
        this.readings = ingest.resolve("/telemetry/v1/readings");
        this.token = token;
    }

    @Override
    public Outcome send(List<Measurement> measurements) {
        try {
            HttpResponse<String> answer =
                    client.send(request(measurements), HttpResponse.BodyHandlers.ofString());
            return outcome(answer);
        } catch (IOException e) {
            return new Outcome.Unknown(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown(PAUSE);
        }
    }

    @Override
    public void close() {
        // The client is shared by all devices.
    }

    private HttpRequest request(List<Measurement> measurements) {
        return HttpRequest.newBuilder(readings)
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Measurement.body(measurements)))
                .build();
    }

    private static Outcome outcome(HttpResponse<String> answer) {
        if (answer.statusCode() == 202) {
            JsonNode rejected = Json.parse(answer.body()).path("rejected");
            return rejected.isEmpty()
                    ? new Outcome.Acknowledged()
                    : new Outcome.Refused(rejected.path(0).path("code").asText());
        }
        if (answer.statusCode() == 429 || answer.statusCode() >= 500) {
            return new Outcome.Unknown(Http.retryAfter(answer).orElse(PAUSE));
        }
        return new Outcome.Refused("status " + answer.statusCode());
    }
}
