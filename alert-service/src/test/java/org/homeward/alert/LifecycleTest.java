package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.rule.Priority;
import org.homeward.kit.caller.Actor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What people may do with an alert, decided without a database.
class LifecycleTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void anAcknowledgedAlertNamesWhoAndWhenToTheSecond() {
        Alert taken = AcknowledgeAlert.decide(alert(Priority.CRITICAL), by("nurse")).next();
        assertThat(taken.human().acknowledgedBy()).isEqualTo("nurse-1");
        assertThatThrownBy(() -> AcknowledgeAlert.decide(taken, by("physician")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.code()).isEqualTo("ALREADY_ACKNOWLEDGED");
                            assertThat(p.toJson().getString("by")).isEqualTo("nurse-1");
                            assertThat(p.toJson().getString("at")).isEqualTo(NOW.toString());
                        });
    }

    @Test
    void aNurseResolvesNoCriticalAlert() {
        assertThatThrownBy(
                        () -> ResolveAlert.decide(alert(Priority.CRITICAL), "treated", by("nurse")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> assertThat(p.code()).isEqualTo("CRITICAL_NEEDS_PHYSICIAN"));
        assertThat(
                        ResolveAlert.decide(alert(Priority.CRITICAL), "treated", by("physician"))
                                .next()
                                .status())
                .isEqualTo(Alert.Status.CLOSED);
    }

    @Test
    void aResolvedAlertIsOverForEverybody() {
        Alert closed = ResolveAlert.decide(alert(Priority.HIGH), "watch", by("nurse")).next();
        assertThatThrownBy(() -> AcknowledgeAlert.decide(closed, by("physician")))
                .isInstanceOfSatisfying(
                        Problem.class,
                        p -> {
                            assertThat(p.code()).isEqualTo("ALREADY_CLOSED");
                            assertThat(p.toJson().getString("by")).isEqualTo("nurse-1");
                        });
    }

    @Test
    void aCriticalAlertIsNotSnoozed() {
        assertThatThrownBy(
                        () ->
                                SnoozeAlert.decide(
                                        alert(Priority.CRITICAL),
                                        NOW.plus(Duration.ofHours(1)),
                                        by("nurse")))
                .isInstanceOfSatisfying(
                        Problem.class, p -> assertThat(p.code()).isEqualTo("CRITICAL_NOT_SNOOZED"));
    }

    @Test
    void aReleasedAlertIsNobodysAndOpen() {
        Alert taken = AcknowledgeAlert.decide(alert(Priority.HIGH), by("nurse")).next();
        Alert mine = AssignAlert.decide(taken, "nurse-1", by("nurse")).next();
        assertThat(mine.status()).isEqualTo(Alert.Status.ACKNOWLEDGED);
        Alert free = ReleaseAlert.decide(mine, by("nurse")).next();
        assertThat(free.status()).isEqualTo(Alert.Status.OPEN);
        assertThat(free.human().assignee()).isNull();
    }

    @Test
    void aNoteThatIsNoTextIsRefused() {
        assertThatThrownBy(() -> noted("nul \u0000")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> noted("x".repeat(4001))).isInstanceOf(Problem.class);
        assertThat(noted("<b>markup</b>").note()).isEqualTo("<b>markup</b>");
    }

    private static AlertAction noted(@Nullable String note) {
        return new AlertAction(new Actor("nurse-1", "nurse", "care"), NOW, note);
    }

    private static AlertAction by(String role) {
        return new AlertAction(new Actor(role + "-1", role, "care"), NOW, null);
    }

    private static Alert alert(Priority priority) {
        UUID id = new UUID(1, 2);
        return new Alert(
                id,
                new Alert.Facts(id, id, "r", "1", "c", "low", priority, NOW, NOW, "en", "fr"),
                new Alert.Human(Alert.Status.OPEN, null, null, null, null, null),
                "{}",
                List.of(),
                0);
    }
}
