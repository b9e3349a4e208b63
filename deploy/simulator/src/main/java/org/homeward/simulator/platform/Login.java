package org.homeward.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Access tokens of the local realm's demo users, whose password is their name. A token is used
/// until a minute before it ends.
public final class Login {
    private record Held(String token, long untilNanos) {}

    private final Http http;
    private final URI endpoint;
    private final Map<String, Held> held = new HashMap<>();

    public Login(Http http, Place place) {
        this.http = http;
        this.endpoint = place.tokenEndpoint();
    }

    /// The token of one demo user.
    ///
    /// @throws Refused if the realm gives no token
    public synchronized String token(String user) {
        Held known = held.get(user);
        if (known != null && known.untilNanos() - System.nanoTime() > 0) {
            return known.token();
        }
        HttpResponse<String> answer = http.send(request(user));
        if (answer.statusCode() != 200) {
            throw new Refused(user, answer);
        }
        JsonNode body = Json.parse(answer.body());
        long seconds = Math.max(5, body.path("expires_in").asLong(300) - 60);
        Held fresh =
                new Held(
                        body.path("access_token").asText(),
                        System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
        held.put(user, fresh);
        return fresh.token();
    }

    private HttpRequest request(String user) {
        String name = URLEncoder.encode(user, StandardCharsets.UTF_8);
        String form =
                "grant_type=password&client_id=homeward-cli&scope=openid&username=%s&password=%s"
                        .formatted(name, name);
        return HttpRequest.newBuilder(endpoint)
                .timeout(Http.TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    /// The realm gave no token. The message holds its reason.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String user, HttpResponse<String> answer) {
            super(
                    "log-in of %s was refused: %d %s"
                            .formatted(user, answer.statusCode(), answer.body()));
        }
    }
}
