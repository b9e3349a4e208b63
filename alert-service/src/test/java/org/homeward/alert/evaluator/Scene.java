package org.homeward.alert.evaluator;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.rule.Confirm;
import org.homeward.alert.rule.Origin;
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Score;
import org.homeward.alert.rulebook.DefaultPack;
import org.homeward.alert.rulebook.PatientPlan;
import org.homeward.alert.rulebook.Period;
import org.homeward.alert.rulebook.PlanLimits;
import org.homeward.alert.rulebook.Rulebook;
import org.jspecify.annotations.Nullable;

/// One measure of one patient, played sample by sample; remembers state and effects.
final class Scene {
    static final UUID PATIENT = UUID.fromString("00000000-0000-4000-8000-0000000000f1");
    static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    final String code;
    final List<Effect> effects = new ArrayList<>();
    MeasureState state = MeasureState.NEW;
    @Nullable PatientPlan plan;
    Instant clock = START;
    private int number;

    Scene(String code) {
        this.code = code;
    }

    static UUID reading(int n) {
        return new UUID(0x4000L, 0x8000_0000_0000_0000L + n);
    }

    Scene at(int minutes) {
        clock = START.plus(Duration.ofMinutes(minutes));
        return this;
    }

    /// Samples a minute apart, measured when received.
    Scene sends(String... values) {
        for (String value : values) {
            take(sample(++number, 1, value, clock, clock));
            clock = clock.plusSeconds(60);
        }
        return this;
    }

    /// A sample measured some minutes before the clock.
    Scene sendsLate(int minutes, String value) {
        take(sample(++number, 1, value, clock.minus(Duration.ofMinutes(minutes)), clock));
        clock = clock.plusSeconds(60);
        return this;
    }

    Scene takesAgain(int n, int version, String value) {
        Sample known = state.memory().find(reading(n)).orElseThrow();
        take(sample(n, version, value, known.measuredAt(), clock));
        return this;
    }

    Scene voids(int n) {
        keep(Evaluator.voided(measure(), state, reading(n), 2, clock));
        return this;
    }

    /// The void of a reading that has not come.
    Scene voidsUnheard(int n) {
        keep(Evaluator.voided(measure(), state, sample(n, 2, "invalid", clock, clock), clock));
        return this;
    }

    Scene acknowledges() {
        keep(Evaluator.seen(state, open().id(), true, clock));
        return this;
    }

    Scene resolves() {
        keep(Evaluator.resolved(state, open().id(), clock));
        return this;
    }

    Scene deadlinesUntil(int minutes) {
        at(minutes);
        keep(Evaluator.overdue(measure(), state, clock));
        return this;
    }

    OpenAlert open() {
        return state.open(org.homeward.alert.rule.Direction.LOW)
                .or(() -> state.open(org.homeward.alert.rule.Direction.HIGH))
                .orElseThrow();
    }

    void take(Sample sample) {
        keep(Evaluator.evaluate(measure(), state, sample));
    }

    Measure measure() {
        return Measure.of(PATIENT, code, new Rulebook(DefaultPack.standard(), plan));
    }

    /// The effects by kind, such as `Raised`, in order.
    List<String> happened() {
        return effects.stream().map(Scene::word).toList();
    }

    private static String word(Effect effect) {
        return switch (effect) {
            case Effect.Raised _ -> "raised";
            case Effect.Found _ -> "found";
            case Effect.Updated u -> "updated:" + u.change();
            case Effect.Cleared c -> "cleared:" + c.reason().wire();
        };
    }

    private void keep(Decision decision) {
        state = decision.next();
        effects.addAll(decision.effects());
    }

    Sample sample(int n, int version, String value, Instant measured, Instant received) {
        Score score =
                switch (value) {
                    case "below-range" -> Score.BELOW_RANGE;
                    case "above-range" -> Score.ABOVE_RANGE;
                    case "invalid" -> null;
                    default -> Score.of(new BigDecimal(value));
                };
        Sample.Quality quality = Sample.Quality.EXACT;
        Instant at = Sample.effective(measured, received, quality);
        return new Sample(reading(n), version, at, measured, received, quality, score, "%", false);
    }

    Scene planned(int version, @Nullable String low, @Nullable String high, Priority priority) {
        return planned(version, low, high, priority, new Confirm(2, 3));
    }

    Scene planned(
            int version,
            @Nullable String low,
            @Nullable String high,
            Priority priority,
            Confirm confirm) {
        Origin origin = new Origin("patient", "", "physician", version, "");
        plan =
                new PatientPlan(
                        version,
                        START,
                        ZoneOffset.UTC,
                        "",
                        List.of(
                                new PlanLimits(
                                        "t" + version,
                                        code,
                                        low == null ? null : new BigDecimal(low),
                                        high == null ? null : new BigDecimal(high),
                                        null,
                                        confirm,
                                        priority,
                                        Period.ALWAYS,
                                        origin)),
                        List.of());
        return this;
    }
}
