package org.homeward.gateway;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.homeward.kit.test.RealStack;
import org.homeward.kit.test.Tokens;

/// A gateway on the real PostgreSQL, Kafka and Keycloak, with the ward published and the services
/// played by [FakeServices]. A resource test implements it.
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "gateway"),
            @ResourceArg(name = "keycloak", value = "true")
        })
@QuarkusTestResource(FakeServices.class)
public interface RealGateway {
    AtomicBoolean SETTLED = new AtomicBoolean();
    Cache<String, String> TOKENS =
            Caffeine.newBuilder().expireAfterWrite(Duration.ofMinutes(3)).build();

    /// Publishes the ward, once, and waits until the gateway knows it.
    static void settle() {
        if (SETTLED.getAndSet(true)) {
            return;
        }
        Ward.publish();
        await().atMost(Duration.ofSeconds(30))
                .until(
                        () ->
                                as("gp").get("/api/v1/patients/" + Ward.PATIENT_1).statusCode()
                                                == 200
                                        && as("nurse")
                                                        .get("/api/v1/patients/" + Ward.PATIENT_1)
                                                        .statusCode()
                                                == 200
                                        && as("nurse2")
                                                        .get("/api/v1/patients/" + Ward.PATIENT_2)
                                                        .statusCode()
                                                == 200);
    }

    /// A request with a real token of a demo user.
    static RequestSpecification as(String user) {
        return given().auth().oauth2(token(user));
    }

    /// A real token of a demo user, used for up to three of its five minutes.
    static String token(String user) {
        return TOKENS.get(user, Tokens::user);
    }

    /// A request to the letter: no library tidies its path or prints its body.
    static HttpResponse<String> raw(String user, String method, String path, String body) {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d%s".formatted(RestAssured.port, path)))
                        .header("Authorization", "Bearer " + token(user))
                        .header("Content-Type", "application/json")
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /// What the services have been asked, oldest first.
    static List<JsonObject> seen() {
        String all = given().get(System.getProperty(FakeServices.URL) + "/seen").asString();
        return new JsonArray(all).stream().map(JsonObject.class::cast).toList();
    }

    /// The last request the services got for a path.
    static JsonObject lastSeen(String path) {
        return seen().stream().filter(o -> o.getString("path").equals(path)).toList().getLast();
    }
}
