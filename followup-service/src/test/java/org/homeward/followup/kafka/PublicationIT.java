package org.homeward.followup.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.followup.http.Ward.nurse;
import static org.homeward.followup.http.Ward.path;
import static org.homeward.followup.http.Ward.physician;
import static org.homeward.followup.http.Ward.plan;
import static org.homeward.followup.http.Ward.putPlan;

import com.google.protobuf.Timestamp;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.v1.CarePlanChanged;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.TeamChanged;
import org.homeward.followup.http.Ward;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "followup"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class PublicationIT {
    private static final org.jboss.logging.Logger LOG =
            org.jboss.logging.Logger.getLogger(PublicationIT.class);
    private static final Duration GENEROUS = Duration.ofSeconds(30);
    private static final String SPO2 = "{\"code\":\"59408-5\",\"low\":%s}";

    private Log log;
    private UUID patient;

    @BeforeEach
    void open() {
        String bootstrap =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        log =
                new Log(
                        bootstrap,
                        Topics.MONITORING_PLANS,
                        Topics.CARE_TEAMS,
                        Topics.TEAMS,
                        Topics.FOLLOW_UPS);
        patient = Ward.register("Noël");
    }

    @AfterEach
    void close() {
        log.close();
    }

    private List<MonitoringPlanPublished> plans() {
        return log.of(patient, EventType.MONITORING_PLAN_PUBLISHED, MonitoringPlanPublished.class);
    }

    private MonitoringPlanPublished version(int version) {
        return await().atMost(GENEROUS)
                .pollInterval(Duration.ofMillis(10))
                .until(
                        () -> plans().stream().filter(p -> p.getVersion() == version).findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void aChangedThresholdReachesTheTopicAndTheOldOneEndsWhereTheNewBegins() {
        version(1);
        putPlan(physician(), patient, 1, plan(SPO2.formatted("88.0"), "COPD"))
                .then()
                .statusCode(200);
        long asked = System.nanoTime();
        putPlan(physician(), patient, 2, plan(SPO2.formatted("85"), "stable"))
                .then()
                .statusCode(200);
        MonitoringPlanPublished third = version(3);
        LOG.infof("from the PUT to the topic: %d ms", (System.nanoTime() - asked) / 1_000_000);
        assertThat(third.getThresholdsList()).hasSize(2);
        assertThat(third.getThresholds(0).getPeriod().getUntil())
                .isEqualTo(third.getThresholds(1).getPeriod().getFrom());
        assertThat(third.getThresholds(1).getPeriod().hasUntil()).isFalse();
        assertThat(third.getThresholds(0).getLow().getScale()).isEqualTo(1);
        assertThat(third.getThresholds(1).getAuthor()).isEqualTo(Ward.PHYSICIAN);
        assertThat(third.getMeasurements(0).getCode()).isEqualTo("59408-5");
        assertThat(log.of(patient, EventType.CARE_PLAN_CHANGED, CarePlanChanged.class))
                .extracting(CarePlanChanged::getVersion)
                .contains(2);
    }

    @Test
    void aPatientWhoWasDischargedHasAnEndedPlanOfAHigherVersion() {
        version(1);
        nurse().header("If-Match", "\"1\"")
                .body("{\"status\":\"discharged\"}")
                .patch(path(patient, ""))
                .then()
                .statusCode(200);
        MonitoringPlanPublished plan = version(2);
        assertThat(plan.getEnded()).isEqualTo("discharged");
        assertThat(plan.getEndedAt()).isEqualTo(plan.getPublishedAt());
        CareTeamChanged team = careTeam(2);
        assertThat(team.getMonitoring()).isEqualTo("discharged");
        assertThat(team.getEndedAt()).isEqualTo(plan.getEndedAt());
    }

    @Test
    void aPatientWhoDiedEndedWhenTheyDiedAndNotWhenItWasSaid() {
        change(1, "{\"status\":\"deceased\",\"deceasedAt\":\"2026-11-01T10:00:00+01:00\"}");
        Timestamp died = Decimals.toWire(Instant.parse("2026-11-01T09:00:00Z"));
        assertThat(careTeam(2).getMonitoring()).isEqualTo("deceased");
        assertThat(careTeam(2).getEndedAt()).isEqualTo(died);
        assertThat(version(2).getEndedAt()).isEqualTo(died);
        nurse().body("{\"practitionerId\":\"" + Ward.GP + "\"}")
                .post(path(patient, "/shares"))
                .then()
                .statusCode(201);
        assertThat(careTeam(3).getEndedAt()).isEqualTo(died);
    }

    @Test
    void aCorrectedDateOfDeathMovesTheEnd() {
        change(1, "{\"status\":\"deceased\",\"deceasedAt\":\"2026-11-01T10:00:00Z\"}");
        change(2, "{\"deceasedAt\":\"2026-10-31T10:00:00Z\"}");
        assertThat(careTeam(3).getEndedAt())
                .isEqualTo(Decimals.toWire(Instant.parse("2026-10-31T10:00:00Z")));
        change(3, "{\"status\":\"active\"}");
        assertThat(careTeam(4).hasEndedAt()).isFalse();
        assertThat(version(3).hasEndedAt()).isFalse();
    }

    private void change(int version, String patch) {
        nurse().header("If-Match", "\"" + version + "\"")
                .body(patch)
                .patch(path(patient, ""))
                .then()
                .statusCode(200);
    }

    private CareTeamChanged careTeam(long version) {
        return await().atMost(GENEROUS)
                .until(
                        () ->
                                log
                                        .of(
                                                patient,
                                                EventType.CARE_TEAM_CHANGED,
                                                CareTeamChanged.class)
                                        .stream()
                                        .filter(t -> t.getVersion() == version)
                                        .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    @Test
    void careTeamsRiseInVersionAndNeverNameThePerson() {
        nurse().body("{\"practitionerId\":\"" + Ward.GP + "\"}")
                .post(path(patient, "/shares"))
                .then()
                .statusCode(201);
        await().atMost(GENEROUS)
                .untilAsserted(
                        () ->
                                assertThat(
                                                log.of(
                                                        patient,
                                                        EventType.CARE_TEAM_CHANGED,
                                                        CareTeamChanged.class))
                                        .extracting(CareTeamChanged::getVersion)
                                        .containsExactly(1L, 2L));
        assertThat(log.of(patient))
                .allSatisfy(
                        r ->
                                assertThat(
                                                new String(
                                                        r.value(),
                                                        java.nio.charset.StandardCharsets.UTF_8))
                                        .doesNotContain("Noël", "Anna", "1950"));
    }

    @Test
    void theDemosTeamsAreTold() {
        UUID team = UUID.fromString(Ward.TEAM_A);
        await().atMost(GENEROUS)
                .untilAsserted(
                        () ->
                                assertThat(log.of(team, EventType.TEAM_CHANGED, TeamChanged.class))
                                        .hasSize(1)
                                        .allSatisfy(
                                                t ->
                                                        assertThat(t.getMembersList())
                                                                .contains(Ward.NURSE)));
    }
}
