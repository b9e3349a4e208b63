package org.homeward.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The dashboard's types are made from a file; here it is held against the gateway that runs. With
/// `-Dhomeward.openapi.write=true` it is written anew.
@QuarkusTest
class OpenApiResourceTest implements RealGateway {
    private static final Set<String> VERBS = Set.of("get", "post", "put", "patch", "delete");
    private static final Path FILE = Path.of("src/main/webui/src/lib/openapi.json");

    @Test
    void theDashboardsFileIsWhatTheGatewayServes() throws IOException {
        ObjectMapper json =
                new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
        Object served =
                json.readValue(
                        given().get("/api/openapi?format=json").then().extract().asString(),
                        Object.class);
        String text = json.writerWithDefaultPrettyPrinter().writeValueAsString(served) + "\n";
        if (Boolean.getBoolean("homeward.openapi.write")) {
            Files.createDirectories(FILE.getParent());
            Files.writeString(FILE, text);
        }
        assertThat(FILE).exists();
        assertThat(Files.readString(FILE)).isEqualTo(text);
    }

    /// One operation of the description.
    private record Route(String name, JsonObject operation) {
        boolean saysWhatItDoes() {
            return operation.getString("summary", "").contains(" ");
        }

        boolean asksForABodyItDoesNotRead() {
            return (name.startsWith("get ") || name.startsWith("delete "))
                    && operation.containsKey("requestBody");
        }

        boolean givesWhatItNames() {
            return operation.getJsonObject("responses").stream()
                    .allMatch(r -> isComplete(r.getKey(), (JsonObject) r.getValue()));
        }

        private static boolean isComplete(String status, JsonObject response) {
            if (response.getString("description", "").isEmpty()) {
                return false;
            }
            if (!status.startsWith("2") || status.equals("204")) {
                return true;
            }
            JsonObject content = response.getJsonObject("content", new JsonObject());
            return !content.isEmpty()
                    && content.stream()
                            .map(type -> (JsonObject) type.getValue())
                            .noneMatch(type -> type.getJsonObject("schema") == null);
        }
    }

    private static JsonObject served() {
        return new JsonObject(given().get("/api/openapi?format=json").asString());
    }

    private static List<Route> routes() {
        return served().getJsonObject("paths").stream()
                .flatMap(
                        path ->
                                ((JsonObject) path.getValue())
                                        .stream()
                                                .filter(verb -> VERBS.contains(verb.getKey()))
                                                .map(
                                                        verb ->
                                                                new Route(
                                                                        verb.getKey()
                                                                                + " "
                                                                                + path.getKey(),
                                                                        (JsonObject)
                                                                                verb.getValue())))
                .toList();
    }

    @Test
    void everyOperationSaysWhatItDoesAndWhatItGives() {
        assertThat(routes())
                .hasSizeGreaterThan(30)
                .allMatch(Route::saysWhatItDoes)
                .allMatch(Route::givesWhatItNames)
                .noneMatch(Route::asksForABodyItDoesNotRead);
    }

    @Test
    void theFeedsEventHasAForm() {
        String feed = served().getJsonObject("paths").getJsonObject("/api/v1/feed").encode();
        assertThat(feed).contains("text/event-stream").contains("#/components/schemas/FeedEvent");
    }

    @Test
    void nothingOfThePlatformIsDescribed() {
        assertThat(served().getJsonObject("components").getJsonObject("schemas").fieldNames())
                .contains("FeedEvent", "NewRelation")
                .doesNotContain("RoutingContext", "Buffer", "OutboundSseEvent", "Bundle");
    }
}
