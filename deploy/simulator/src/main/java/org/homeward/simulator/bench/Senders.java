package org.homeward.simulator.bench;

import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.homeward.simulator.bench.load.HttpSender;
import org.homeward.simulator.bench.load.MqttSender;
import org.homeward.simulator.bench.load.Payloads;
import org.homeward.simulator.bench.load.Sender;
import org.homeward.simulator.platform.Place;
import org.jspecify.annotations.Nullable;

/// Makes the sender of a work.
final class Senders {
    /// More than a run has posts.
    private static final int TURNS_OF_A_RUN = 30_011;

    private final Vertx vertx;
    private final Place place;
    private final BenchFleet fleet;
    private final @Nullable FloorProcess floor;
    private int turn;

    Senders(Vertx vertx, Place place, BenchFleet fleet, @Nullable FloorProcess floor) {
        this.vertx = vertx;
        this.place = place;
        this.fleet = fleet;
        this.floor = floor;
    }

    Sender of(Work work) {
        return switch (work.way()) {
            case FLOOR -> floor();
            case JSON -> json();
            case CROWD -> json(others());
            case MQTT -> mqtt();
            case FHIR -> fhir(work.batch());
        };
    }

    Sender mqtt() {
        return MqttSender.connect(place, BenchFleet.entries(fleet.withAlarms()));
    }

    Sender json() {
        return json(BenchFleet.tokens(fleet.withJson()));
    }

    /// The crowd's tokens, beginning with those that had no turn lately.
    private List<String> others() {
        List<String> tokens = new ArrayList<>(fleet.crowd().tokens());
        Collections.rotate(tokens, -turn);
        turn = (turn + TURNS_OF_A_RUN) % tokens.size();
        return tokens;
    }

    private Sender json(List<String> tokens) {
        return new HttpSender(
                vertx,
                new HttpSender.Route(
                        place.ingest().resolve("/telemetry/v1/readings"),
                        "application/json",
                        tokens,
                        post -> Payloads.json(post.dueMillis(), post.readings(), post.alarm())));
    }

    private Sender fhir(int batch) {
        return new HttpSender(
                vertx,
                new HttpSender.Route(
                        place.ingest().resolve(batch == 1 ? "/fhir/R4/Observation" : "/fhir/R4"),
                        "application/fhir+json",
                        BenchFleet.tokens(fleet.withFhir()),
                        post ->
                                batch == 1
                                        ? Payloads.observation(post.dueMillis())
                                        : Payloads.bundle(post.dueMillis(), batch)));
    }

    private Sender floor() {
        if (floor == null) {
            throw new IllegalStateException("the floor's works need --floor");
        }
        return new HttpSender(
                vertx,
                new HttpSender.Route(
                        floor.target(),
                        "application/json",
                        List.of(),
                        post -> Payloads.json(post.dueMillis(), post.readings(), false)));
    }
}
