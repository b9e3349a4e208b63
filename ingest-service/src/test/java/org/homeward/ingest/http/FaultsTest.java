package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.function.Consumer;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Test;

/// What we ourselves fail on leaves no post without an answer.
@QuarkusTest
@IngestTest
class FaultsTest {
    private static final String TYPE = "application/json";

    @Inject Router router;
    @Inject Door door;

    private void open(String path, Consumer<Door.Entry> next) {
        Door.Edge edge = new Door.Edge(Path.HTTP, Set.of(TYPE), 1000, Answers.PROBLEM, next);
        router.post(path).order(-100).handler(ctx -> door.enter(ctx, edge));
    }

    private static Response post(String path, Given.Worn device) {
        return given().header("Authorization", "Bearer " + device.token())
                .contentType(TYPE)
                .body("{}")
                .post(path);
    }

    @Test
    void aBodyThatOverflowsTheStackIsRefusedAndKept() {
        open("/test/overflow", _ -> overflow(1));
        Given.Worn device = Given.worn();
        Response answer = post("/test/overflow", device);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("INTERNAL_FAULT");
        BadInput.isKept(device, "INTERNAL_FAULT");
        assertThat(Given.post(device, Given.pulse("72", Given.now())).statusCode()).isEqualTo(202);
    }

    @SuppressWarnings("InfiniteRecursion") // it is what is tested
    private static int overflow(int depth) {
        return 1 + overflow(depth + 1);
    }

    @Test
    void soIsOneWhoseLaterStepFails() {
        Door.Edge edge = new Door.Edge(Path.HTTP, Set.of(TYPE), 1000, Answers.PROBLEM, _ -> {});
        open(
                "/test/later",
                entry -> door.failed(entry, edge, new IndexOutOfBoundsException("of ours")));
        Given.Worn device = Given.worn();
        assertThat(post("/test/later", device).statusCode()).isEqualTo(422);
        BadInput.isKept(device, "INTERNAL_FAULT");
    }
}
