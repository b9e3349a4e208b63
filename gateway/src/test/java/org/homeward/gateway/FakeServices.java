package org.homeward.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.homeward.kit.test.RealStack;
import org.homeward.launcher.Component;

/// The three services as docs/internal-api.md describes them, answering recorded shapes for the
/// people of [Ward]. What they were asked is served at `/seen`.
public final class FakeServices implements QuarkusTestResourceLifecycleManager {
    static final String URL = "homeward.test.fake-services";

    private final List<JsonObject> seen = new CopyOnWriteArrayList<>();
    private HttpServer server;

    /// After the stack, whose ports the gateway takes its own from.
    @Override
    public int order() {
        return 10;
    }

    /// The port that the realm lets sign-ins come back to.
    private static String realmsPort() {
        return Integer.toString(RealStack.current().config().ports().of(Component.GATEWAY));
    }

    @Override
    public Map<String, String> start() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort();
        System.setProperty(URL, url);
        return Map.of(
                "homeward.gateway.ingest-url", url,
                "homeward.gateway.alert-url", url,
                "homeward.gateway.followup-url", url,
                "quarkus.rest-client.read-timeout", "1500",
                "quarkus.http.test-port", realmsPort());
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        if (path.equals("/seen")) {
            send(exchange, new Reply(200, new JsonArray(List.copyOf(seen)).encode()));
            return;
        }
        seen.add(note(exchange, body));
        String query = exchange.getRequestURI().getQuery();
        if (query != null && query.contains("code=hang")) {
            return;
        }
        if (query != null && query.contains("code=drop")) {
            exchange.close();
            return;
        }
        send(
                exchange,
                query != null && query.contains("code=boom")
                        ? new Reply(
                                500,
                                "{\"code\":\"UNEXPECTED\",\"detail\":\"select * from secret\"}")
                        : Recorded.answer(exchange.getRequestMethod(), path, body));
    }

    /// One answer, with a header's value where it has one.
    record Reply(int status, String body, String relation) {
        Reply(int status, String body) {
            this(status, body, "");
        }
    }

    private static JsonObject note(HttpExchange exchange, String body) {
        String token = exchange.getRequestHeaders().getFirst("Authorization");
        JsonObject claims = new JsonObject();
        if (token != null && token.startsWith("Bearer ")) {
            claims =
                    new JsonObject(
                            new String(
                                    Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]),
                                    StandardCharsets.UTF_8));
        }
        return new JsonObject()
                .put("method", exchange.getRequestMethod())
                .put("path", exchange.getRequestURI().getPath())
                .put("query", exchange.getRequestURI().getQuery())
                .put("actor", exchange.getRequestHeaders().getFirst("Homeward-Actor"))
                .put("ifMatch", exchange.getRequestHeaders().getFirst("If-Match"))
                .put("azp", claims.getValue("azp"))
                .put("aud", String.valueOf(claims.getValue("aud")))
                .put("body", body);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        exchange.getResponseHeaders()
                .add(
                        "Content-Type",
                        reply.status() >= 400 ? "application/problem+json" : "application/json");
        if (!reply.relation().isEmpty()) {
            exchange.getResponseHeaders().add("Homeward-Relation", reply.relation());
        }
        byte[] bytes = reply.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
