package org.homeward.simulator.platform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/// The gateway's REST interface, asked as one of the demo users.
public final class Gateway {
    /// An answer with its parsed body.
    ///
    /// @param etag the `ETag` header; empty if there was none
    public record Answer(int status, JsonNode body, String etag) {
        public boolean ok() {
            return status / 100 == 2;
        }
    }

    private final Http http;
    private final Login login;
    private final Place place;

    public Gateway(Http http, Place place) {
        this.http = http;
        this.place = place;
        this.login = new Login(http, place);
    }

    public Login login() {
        return login;
    }

    public Answer get(String user, String path) {
        return answer(send(user, path).GET().build());
    }

    public Answer post(String user, String path, ObjectNode body) {
        return answer(withBody(user, path).POST(publisher(body)).build());
    }

    public Answer put(String user, String path, JsonNode body, String etag) {
        return answer(withBody(user, path).header("If-Match", etag).PUT(publisher(body)).build());
    }

    public Answer patch(String user, String path, JsonNode body, String etag) {
        return answer(
                withBody(user, path)
                        .header("If-Match", etag)
                        .method("PATCH", publisher(body))
                        .build());
    }

    public Answer delete(String user, String path) {
        return answer(send(user, path).DELETE().build());
    }

    /// A body of an answer that must be a success.
    ///
    /// @throws Refused with the problem's code otherwise
    public static JsonNode must(Answer answer, String what) {
        if (!answer.ok()) {
            throw new Refused(what, answer);
        }
        return answer.body();
    }

    private HttpRequest.Builder send(String user, String path) {
        return HttpRequest.newBuilder(place.gateway().resolve(path))
                .timeout(Http.TIMEOUT)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + login.token(user));
    }

    private HttpRequest.Builder withBody(String user, String path) {
        return send(user, path).header("Content-Type", "application/json");
    }

    private static HttpRequest.BodyPublisher publisher(JsonNode body) {
        return HttpRequest.BodyPublishers.ofString(body.toString());
    }

    private Answer answer(HttpRequest request) {
        HttpResponse<String> response = http.send(request);
        boolean json =
                response.headers().firstValue("Content-Type").orElse("").contains("json")
                        && !response.body().isBlank();
        JsonNode body = json ? Json.parse(response.body()) : Json.object();
        return new Answer(
                response.statusCode(), body, response.headers().firstValue("ETag").orElse(""));
    }

    /// The platform said no. The message holds the problem's code, never what was asked for.
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String what, Answer answer) {
            super(
                    "%s was refused: %d %s"
                            .formatted(what, answer.status(), answer.body().path("code").asText()));
        }
    }
}
