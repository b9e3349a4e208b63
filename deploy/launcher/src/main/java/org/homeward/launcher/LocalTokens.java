package org.homeward.launcher;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// Access tokens from the local realm, for scripts, the simulator and tests. A token is used again
/// until half a minute before its end.
public final class LocalTokens {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration MARGIN = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
    private final URI endpoint;
    private final Clock clock;
    private final Map<String, Held> held = new ConcurrentHashMap<>();

    private record Held(String token, Instant until) {}

    /// @param keycloakUrl such as `http://127.0.0.1:8180`
    public LocalTokens(String keycloakUrl) {
        this.endpoint = URI.create(keycloakUrl + "/realms/homeward/protocol/openid-connect/token");
        this.clock = Clock.systemUTC();
    }

    /// A demo user's token with audience `homeward`; the password is the user's name.
    ///
    /// @throws LaunchFailure if there is no such user or Keycloak does not answer
    public String user(String name) {
        return cached(
                "user " + name,
                Map.of(
                        "grant_type",
                        "password",
                        "client_id",
                        "homeward-cli",
                        "username",
                        name,
                        "password",
                        name));
    }

    /// A client's own token, such as `homeward-gateway`'s with audience `homeward-internal`.
    public String client(String clientId, String secret) {
        return cached(
                "client " + clientId,
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", clientId,
                        "client_secret", secret));
    }

    private String cached(String whose, Map<String, String> form) {
        Held before = held.get(whose);
        if (before != null && clock.instant().isBefore(before.until())) {
            return before.token();
        }
        Held now = request(whose, form);
        held.put(whose, now);
        return now.token();
    }

    private Held request(String whose, Map<String, String> form) {
        HttpRequest request =
                HttpRequest.newBuilder(endpoint)
                        .timeout(Duration.ofSeconds(20))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(encode(form)))
                        .build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new LaunchFailure(
                        "no token for %s: Keycloak answered %d %s"
                                .formatted(whose, response.statusCode(), response.body()));
            }
            JsonNode answer = JSON.readTree(response.body());
            Duration life = Duration.ofSeconds(answer.path("expires_in").asLong());
            return new Held(
                    answer.path("access_token").asText(), clock.instant().plus(life).minus(MARGIN));
        } catch (IOException e) {
            throw new LaunchFailure("Keycloak does not answer at " + endpoint, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LaunchFailure("interrupted while waiting for Keycloak", e);
        }
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(
                        e ->
                                e.getKey()
                                        + "="
                                        + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
