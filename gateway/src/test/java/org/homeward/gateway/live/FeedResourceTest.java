package org.homeward.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.protobuf.Timestamp;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.events.EventType;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.gateway.Events;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class FeedResourceTest implements RealGateway {
    private static final Duration SOON = Duration.ofSeconds(15);

    private static final String NURSE = "00000000-0000-4000-8000-000000000003";

    @TestHTTPResource URI gateway;
    @Inject Pool pool;

    @BeforeEach
    void settle() {
        RealGateway.settle();
    }

    private static String id() {
        return UUID.randomUUID().toString();
    }

    private FeedClient ready(String user, String lastEventId) throws Exception {
        FeedClient client = new FeedClient(gateway, user, lastEventId);
        await().atMost(SOON)
                .until(() -> client.messages().stream().anyMatch(m -> m.event().equals("ready")));
        return client;
    }

    @Test
    void anAlertReachesThoseWhoMaySeeItAndNobodyElse() throws Exception {
        String mine = id();
        String theirs = id();
        try (FeedClient nurse = ready("nurse", null);
                FeedClient other = ready("nurse2", null)) {
            Events.raised(Ward.PATIENT_1, mine, AlertPriority.ALERT_PRIORITY_HIGH);
            Events.raised(Ward.PATIENT_2, theirs, AlertPriority.ALERT_PRIORITY_HIGH);
            await().atMost(SOON).until(() -> nurse.has(mine) && other.has(theirs));
            assertThat(nurse.has(theirs)).isFalse();
            assertThat(other.has(mine)).isFalse();
            assertThat(nurse.data("alert").getLast())
                    .contains("\"what\":\"AlertRaised\"")
                    .contains("\"priority\":\"high\"")
                    .contains("\"status\":\"open\"")
                    .contains("\"sentence\":\"Heart rate is high\"");
        }
    }

    @Test
    void itsOpeningIsWrittenDown() throws Exception {
        Instant before = Instant.now();
        try (FeedClient nurse = ready("nurse", null)) {
            assertThat(
                            RealGateway.as("auditor")
                                    .get("/api/v1/audit?actor=" + NURSE + "&from=" + before)
                                    .jsonPath()
                                    .getList("items.route"))
                    .contains("/api/v1/feed");
            assertThat(nurse.isEnded()).isFalse();
        }
    }

    @Test
    void itDoesNotOpenWhenThatCannotBeWrittenDown() {
        pool.query("alter table access_audit rename to access_audit_away")
                .execute()
                .await()
                .indefinitely();
        try {
            assertThatThrownBy(() -> new FeedClient(gateway, "nurse", null))
                    .hasMessage("the feed answered 503");
        } finally {
            pool.query("alter table access_audit_away rename to access_audit")
                    .execute()
                    .await()
                    .indefinitely();
        }
    }

    /// Its thread ended on it.
    @Test
    void anAlertOfNoTimeDoesNotEndIt() throws Exception {
        String later = id();
        try (FeedClient nurse = ready("nurse", null)) {
            Ward.send(
                    EventType.ALERT_RAISED,
                    Ward.PATIENT_1,
                    AlertRaised.newBuilder()
                            .setAlertId(Ward.bytes(id()))
                            .setRaisedAt(Timestamp.newBuilder().setSeconds(Long.MAX_VALUE))
                            .build());
            Events.raised(Ward.PATIENT_1, later, AlertPriority.ALERT_PRIORITY_LOW);
            await().atMost(SOON).until(() -> nurse.has(later));
        }
    }

    @Test
    void anAcknowledgementNamesTheAlertsPriorityAndSentence() throws Exception {
        String alert = id();
        try (FeedClient nurse = ready("nurse", null)) {
            Events.raised(Ward.PATIENT_1, alert, AlertPriority.ALERT_PRIORITY_MEDIUM);
            Events.acknowledged(Ward.PATIENT_1, alert, "someone");
            await().atMost(SOON)
                    .until(
                            () ->
                                    nurse.data("alert").stream()
                                            .anyMatch(
                                                    d ->
                                                            d.contains("AlertAcknowledged")
                                                                    && d.contains(alert)));
            assertThat(nurse.data("alert").getLast())
                    .contains("\"status\":\"acknowledged\"")
                    .contains("\"priority\":\"medium\"");
        }
    }

    @Test
    void whoComesBackMissesNothingAndGetsNothingTwice() throws Exception {
        String seen = id();
        String lastId;
        try (FeedClient nurse = ready("nurse", null)) {
            Events.reading(Ward.PATIENT_1, seen, Instant.now());
            await().atMost(SOON).until(() -> nurse.has(seen));
            lastId = nurse.lastId();
        }
        List<String> missed = Stream.generate(FeedResourceTest::id).limit(25).toList();
        missed.forEach(r -> Events.reading(Ward.PATIENT_1, r, Instant.now()));
        String live = id();
        try (FeedClient nurse = ready("nurse", lastId)) {
            await().atMost(SOON).until(() -> missed.stream().allMatch(nurse::has));
            Events.reading(Ward.PATIENT_1, live, Instant.now());
            await().atMost(SOON).until(() -> nurse.has(live));
            assertThat(nurse.has(seen)).isFalse();
            assertThat(nurse.data("reading"))
                    .hasSize(26)
                    .doesNotHaveDuplicates()
                    .last()
                    .asString()
                    .contains("\"value\":36.80");
            assertThat(nurse.data("gap")).isEmpty();
        }
    }

    @Test
    void anIdThatTheLogNeverGaveSaysThatSomethingMayBeMissing() throws Exception {
        try (FeedClient nurse = ready("nurse", "made-up")) {
            assertThat(nurse.data("gap")).hasSize(1);
        }
    }

    @Test
    void aFeedWhoseRightHasGoneClosesWithinFiveSeconds() throws Exception {
        String patient = id();
        Ward.send(
                EventType.CARE_TEAM_CHANGED,
                patient,
                Ward.careTeam(patient, Ward.TEAM_B).addRelations(Ward.tie("share", "05")).build());
        await().atMost(SOON)
                .until(
                        () ->
                                RealGateway.as("gp").get("/api/v1/patients/" + patient).statusCode()
                                        == 200);
        try (FeedClient gp = ready("gp", null)) {
            Ward.send(
                    EventType.CARE_TEAM_CHANGED,
                    patient,
                    Ward.careTeam(patient, Ward.TEAM_B).build());
            await().atMost(Duration.ofSeconds(5)).until(gp::isEnded);
        }
    }

    @Test
    void aPatientGainedIsSeenWithoutComingBack() throws Exception {
        String patient = id();
        try (FeedClient nurse = ready("nurse", null)) {
            Ward.send(
                    EventType.CARE_TEAM_CHANGED,
                    patient,
                    Ward.careTeam(patient, Ward.TEAM_A).build());
            await().atMost(SOON)
                    .until(
                            () -> {
                                Events.reading(patient, id(), Instant.now());
                                return nurse.has(patient);
                            });
            assertThat(nurse.isEnded()).isFalse();
        }
    }
}
