package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.ext.web.Router;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.homeward.ingest.BadInput;
import org.homeward.ingest.Given;
import org.homeward.ingest.IngestTest;
import org.homeward.ingest.dialect.Format;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.junit.jupiter.api.Test;

/// What we ourselves fail on leaves no post without an answer.
@QuarkusTest
@IngestTest
class FaultsTest {
    private static final String TYPE = "application/json";

    @Inject Router router;
    @Inject Door door;

    private interface Step {
        void take(Door.Entry entry, Door.Edge edge, Refusal.Sent sent);
    }

    private void open(String path, Step step) {
        Door.Edge none = new Door.Edge(Path.HTTP, Set.of(TYPE), 1000, Answers.PROBLEM, _ -> {});
        Consumer<Door.Entry> next =
                entry ->
                        step.take(
                                entry,
                                none,
                                new Refusal.Sent(
                                        entry.device(),
                                        Path.HTTP,
                                        TYPE,
                                        entry.body(),
                                        entry.received()));
        Door.Edge edge = new Door.Edge(Path.HTTP, Set.of(TYPE), 1000, Answers.PROBLEM, next);
        router.post(path).order(-100).handler(ctx -> door.enter(ctx, edge));
    }

    private static Response post(String path, Given.Worn device) {
        return given().header("Authorization", "Bearer " + device.token())
                .contentType(TYPE)
                .body("{}")
                .post(path);
    }

    private static void isToBeSentAgain(Response answer, Given.Worn device) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.header("Retry-After")).isNotEmpty();
        assertThat(Given.post(device, "{").statusCode()).isEqualTo(400);
        BadInput.isKept(device, "UNREADABLE");
    }

    @Test
    void aBodyThatOverflowsTheStackIsRefusedAndKept() {
        open("/test/overflow", (e, edge, sent) -> door.attempt(e, edge, sent, () -> overflow(1)));
        Given.Worn device = Given.worn();
        Response answer = post("/test/overflow", device);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("DOOR_FAULT");
        BadInput.isKept(device, "DOOR_FAULT");
        assertThat(Given.post(device, Given.pulse("72", Given.now())).statusCode()).isEqualTo(202);
    }

    @SuppressWarnings("InfiniteRecursion") // it is what is tested
    private static int overflow(int depth) {
        return 1 + overflow(depth + 1);
    }

    @Test
    void aPackedOneIsKeptUnpacked() throws IOException {
        open("/test/packed", (e, edge, sent) -> door.attempt(e, edge, sent, () -> overflow(1)));
        Given.Worn device = Given.worn();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write("{}".getBytes(StandardCharsets.UTF_8));
        }
        Response answer =
                given().header("Authorization", "Bearer " + device.token())
                        .header("Content-Encoding", "gzip")
                        .contentType(TYPE)
                        .body(packed.toByteArray())
                        .post("/test/packed");
        assertThat(answer.statusCode()).isEqualTo(422);
        BadInput.isKept(device, "DOOR_FAULT");
        assertThat(Given.refusals(device).items().getFirst().payload()).asString().isEqualTo("{}");
    }

    @Test
    void whatCouldNotGoAgainIsNotRefused() {
        open(
                "/test/gateway",
                (e, edge, sent) ->
                        door.attempt(e, edge, sent.as(Format.GATEWAY.type()), () -> overflow(1)));
        Given.Worn device = Given.worn();
        isToBeSentAgain(post("/test/gateway", device), device);
    }

    @Test
    void norIsWhatWasNotLookedAtYet() {
        open("/test/early", (_, _, _) -> overflow(1));
        Given.Worn device = Given.worn();
        isToBeSentAgain(post("/test/early", device), device);
    }

    /// A client that lost its connection may fail as a wrong program does.
    @Test
    void norOneForWhichAStageFails() {
        CompletableFuture<String> failed =
                CompletableFuture.failedFuture(new NullPointerException("planted"));
        open(
                "/test/stage",
                (e, edge, sent) -> door.whenDone(e, edge, sent, failed, _ -> overflow(1)));
        Given.Worn device = Given.worn();
        isToBeSentAgain(post("/test/stage", device), device);
    }

    @Test
    void norWhatIsDurableAlready() {
        CompletableFuture<String> done = CompletableFuture.completedFuture("");
        open("/test/answer", (e, edge, _) -> door.whenKept(e, edge, () -> done, _ -> overflow(1)));
        open(
                "/test/halfway",
                (e, edge, sent) ->
                        door.attempt(
                                e,
                                edge,
                                sent,
                                () -> door.whenKept(e, edge, FaultsTest::stumble, _ -> {})));
        Given.Worn device = Given.worn();
        assertThat(post("/test/answer", device).statusCode()).isEqualTo(503);
        isToBeSentAgain(post("/test/halfway", device), device);
    }

    private static CompletableFuture<String> stumble() {
        overflow(1);
        return new CompletableFuture<>();
    }
}
