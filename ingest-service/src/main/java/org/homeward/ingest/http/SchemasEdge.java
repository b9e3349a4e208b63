package org.homeward.ingest.http;

import io.vertx.ext.web.Router;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// `GET /telemetry/v1/schemas/{name}`: the JSON Schemas (draft 2020-12) of what a device sends and
/// gets. They say nothing about anybody and need no credential.
@ApplicationScoped
class SchemasEdge {
    private static final String ROUTE = "/telemetry/v1/schemas";
    private static final List<String> NAMES =
            List.of("readings", "verdicts", "senml", "keyed", "device-profile");

    void open(@Observes Router router) {
        String index =
                NAMES.stream()
                        .map(
                                name ->
                                        "{\"id\":\"%s\",\"href\":\"%s/%s.json\"}"
                                                .formatted(name, ROUTE, name))
                        .collect(java.util.stream.Collectors.joining(",", "{\"items\":[", "]}"));
        serve(router, ROUTE, "application/json", index);
        NAMES.forEach(
                name ->
                        serve(
                                router,
                                ROUTE + "/" + name + ".json",
                                "application/schema+json",
                                text(name)));
    }

    private static void serve(Router router, String route, String type, String text) {
        router.get(route)
                .order(-100)
                .handler(ctx -> ctx.response().putHeader("Content-Type", type).end(text));
    }

    private static String text(String name) {
        String file = "/schemas/" + name + ".json";
        try (InputStream in = SchemasEdge.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
