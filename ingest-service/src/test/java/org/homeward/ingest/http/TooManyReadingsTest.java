package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.util.Set;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Test;

/// How a post is answered that brings more readings than its device may send.
@QuarkusTest
@IngestTest
class TooManyReadingsTest {
    private static final String PATH = "/test/many";
    private static final String TYPE = "application/json";
    private static final Door.Edge EDGE =
            new Door.Edge(Path.HTTP, Set.of(TYPE), 1000, Answers.PROBLEM, _ -> {});

    @Inject Router router;
    @Inject Door door;

    private void take(Door.Entry entry) {
        if (!door.isTooMuch(entry, EDGE, 100_001)) {
            entry.ctx().response().setStatusCode(202).end();
        }
    }

    private static Response post(Given.Worn device) {
        return given().header("Authorization", "Bearer " + device.token())
                .contentType(TYPE)
                .body("{}")
                .post(PATH);
    }

    @Test
    void itsSenderIsToldWhenToComeAgain() {
        Door.Edge edge = new Door.Edge(Path.HTTP, Set.of(TYPE), 1000, Answers.PROBLEM, this::take);
        router.post(PATH).order(-100).handler(ctx -> door.enter(ctx, edge));
        Given.Worn device = Given.worn();
        assertThat(post(device).statusCode()).isEqualTo(202);
        Response answer = post(device);
        assertThat(answer.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isPositive();
        assertThat(Given.post(device, Given.pulse("72", Given.now())).statusCode()).isEqualTo(202);
    }
}
