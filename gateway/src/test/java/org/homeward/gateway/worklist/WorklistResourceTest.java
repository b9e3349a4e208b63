package org.homeward.gateway.worklist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.homeward.events.EventType;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.TeamChanged;
import org.homeward.gateway.Events;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The worklist of a team of its own, so that other tests' patients are not on it.
@QuarkusTest
class WorklistResourceTest implements RealGateway {
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final String TEAM = "00000000-0000-4000-9000-00000000000c";
    private static final String PHYSICIAN_2 = "00000000-0000-4000-8000-00000000000b";
    private static final AtomicBoolean PUBLISHED = new AtomicBoolean();
    private static final String CALM = "00000000-0000-4000-b000-000000000001";
    private static final String WORSE = "00000000-0000-4000-b000-000000000002";
    private static final String GONE = "00000000-0000-4000-b000-000000000003";

    @BeforeEach
    void settle() {
        RealGateway.settle();
        if (PUBLISHED.getAndSet(true)) {
            return;
        }
        Ward.send(
                EventType.TEAM_CHANGED,
                Ward.TEAM_B,
                team(Ward.TEAM_B, "00000000-0000-4000-8000-00000000000a"));
        Ward.send(EventType.TEAM_CHANGED, TEAM, team(TEAM, PHYSICIAN_2));
        for (String patient : List.of(CALM, WORSE)) {
            Ward.send(EventType.CARE_TEAM_CHANGED, patient, Ward.careTeam(patient, TEAM).build());
        }
        Ward.send(
                EventType.CARE_TEAM_CHANGED,
                GONE,
                Ward.careTeam(GONE, TEAM).setMonitoring("deceased").build());
        await().atMost(SOON).until(() -> list("all").getList("items").size() == 3);
    }

    private static TeamChanged team(String id, String member) {
        return TeamChanged.newBuilder()
                .setTeamId(Ward.bytes(id))
                .setVersion(2)
                .setName("Team")
                .addMembers(member)
                .build();
    }

    private static JsonPath list(String query) {
        return RealGateway.as("physician2")
                .get("/api/v1/worklist?tab=" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static Map<String, Object> row(String patient) {
        return list("all").param("p", patient).getMap("items.find { it.id == p }");
    }

    @Test
    void anAlertBringsItsPatientToTheTopUntilItIsClosed() {
        String old = UUID.randomUUID().toString();
        Instant longAgo = Instant.now().minus(400, ChronoUnit.DAYS);
        Events.raised(WORSE, old, AlertPriority.ALERT_PRIORITY_HIGH, longAgo);
        await().atMost(SOON).until(() -> "acknowledge".equals(row(WORSE).get("nextAction")));
        JsonPath list = list("needs-action");
        assertThat(list.getList("items.id")).containsExactly(WORSE);
        assertThat(list.getString("items[0].reason.en")).isEqualTo("Heart rate is high");
        assertThat(list.getString("items[0].reason.fr")).contains("fréquence");
        assertThat(list.getString("items[0].priority")).isEqualTo("high");
        assertThat(list.getInt("items[0].rank")).isEqualTo(1);
        assertThat(list.getString("items[0].topAlertId")).isEqualTo(old);
        assertThat(list.getMap("counts"))
                .containsEntry("all", 3)
                .containsEntry("needs-action", 1)
                .containsEntry("not-monitored", 1);

        Events.acknowledged(WORSE, old, PHYSICIAN_2);
        await().atMost(SOON).until(() -> "resolve".equals(row(WORSE).get("nextAction")));
        assertThat(list("mine").getList("items.id")).containsExactly(WORSE);

        Events.cleared(WORSE, old);
        await().atMost(SOON).until(() -> "none".equals(row(WORSE).get("nextAction")));
        assertThat(list("needs-action").getList("items")).isEmpty();
    }

    @Test
    void whoIsNotMonitoredSaysWhy() {
        assertThat(row(GONE))
                .containsEntry("monitoring", "not monitored")
                .extractingByKey("reason")
                .asString()
                .contains("deceased");
        assertThat(list("not-monitored").getList("items.id")).containsExactly(GONE);
    }

    @Test
    void theLastReadingIsTheLatestMeasuredAndNotTheLatestReceived() {
        Instant latest = Instant.parse("2026-11-22T07:40:00Z");
        Events.reading(CALM, UUID.randomUUID().toString(), latest);
        Events.reading(CALM, UUID.randomUUID().toString(), latest.minusSeconds(3600));
        await().atMost(SOON).until(() -> latest.toString().equals(row(CALM).get("lastReadingAt")));
    }

    @Test
    void theLastReadingIsTheOneThatIsLeftOnceANewerIsVoid() {
        Instant wrong = Instant.parse("2026-11-24T07:40:00Z");
        Instant left = wrong.minusSeconds(3600);
        Events.reading(WORSE, UUID.randomUUID().toString(), wrong);
        Events.voided(WORSE, UUID.randomUUID().toString(), left.minusSeconds(1), null);
        await().atMost(SOON).until(() -> wrong.toString().equals(row(WORSE).get("lastReadingAt")));
        Events.voided(WORSE, UUID.randomUUID().toString(), wrong, left);
        await().atMost(SOON).until(() -> left.toString().equals(row(WORSE).get("lastReadingAt")));
        Events.voided(WORSE, UUID.randomUUID().toString(), left, null);
        await().atMost(SOON).until(() -> row(WORSE).get("lastReadingAt") == null);
    }

    @Test
    void pagesTouchAndDoNotOverlap() {
        List<String> seen = new ArrayList<>();
        String next = "/api/v1/worklist?limit=2";
        while (next != null) {
            JsonPath page =
                    RealGateway.as("physician2")
                            .urlEncodingEnabled(false)
                            .get(next)
                            .then()
                            .statusCode(200)
                            .extract()
                            .jsonPath();
            seen.addAll(page.getList("items.id"));
            next = page.getString("next");
        }
        assertThat(seen).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void anUnreadableRecordGoesToTheDeadLettersAndTheNextIsTaken() {
        byte[] key = CALM.getBytes(StandardCharsets.US_ASCII);
        Ward.send(new ProducerRecord<>("readings", 0, key, new byte[] {1, 2, 3}));
        Ward.send(new ProducerRecord<>("readings", 0, null, new byte[] {1}));
        Instant later = Instant.parse("2026-11-23T07:40:00Z");
        Events.reading(GONE, UUID.randomUUID().toString(), later);
        await().atMost(SOON).until(() -> later.toString().equals(row(GONE).get("lastReadingAt")));
    }

    @Test
    void anUnknownTabIsABadRequest() {
        RealGateway.as("physician2")
                .get("/api/v1/worklist?tab=x")
                .then()
                .statusCode(400)
                .body("code", equalTo("BAD_PARAMETER"));
    }
}
