package org.homeward.alert.evaluator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.alert.episode.AlertState;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.Watch;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Threshold;
import org.jspecify.annotations.Nullable;

/// A direction without an open alert: counts, waits for the repeat, raises.
final class Waiting {
    private Waiting() {}

    /// A sample has arrived and is in the memory.
    static Step step(Measure measure, MeasureState state, Direction direction, Sample sample) {
        Watch watch = state.watch(direction);
        Optional<Threshold> rule = measure.rule(direction, sample.at());
        if (rule.isEmpty()) {
            return Step.quiet(watch.in(AlertState.IDLE));
        }
        Instant now = sample.receivedAt();
        List<Sample> reds = reds(measure, state, watch, rule.get());
        boolean red = rule.get().isRed(sample);
        boolean live =
                sample.isLiveAt(now, measure.liveAge()) && watch.isLaterThanMark(sample.at());
        if (red && live && rule.get().isUrgent(sample)) {
            return raise(measure, state, direction, urgent(rule.get(), reds, sample, now));
        }
        if (reds.size() >= rule.get().confirm().n()
                && reds.getLast().isLiveAt(now, measure.liveAge())) {
            return raise(
                    measure,
                    state,
                    direction,
                    new Ground(rule.get(), OpenAlert.Cause.CONFIRMED, reds, now));
        }
        Watch waiting = watch.in(awaiting(measure, state, watch, reds, now));
        return red && !live
                ? History.run(measure, waiting, rule.get(), sample)
                : Step.quiet(waiting);
    }

    /// What is remembered is looked at again, after a correction.
    static Step again(Measure measure, MeasureState state, Direction direction, Instant now) {
        Watch watch = state.watch(direction);
        Optional<Sample> newest = state.memory().newest();
        Optional<Threshold> rule = newest.flatMap(s -> measure.rule(direction, s.at()));
        if (rule.isEmpty()) {
            return Step.quiet(watch.in(AlertState.IDLE));
        }
        List<Sample> reds = reds(measure, state, watch, rule.get());
        boolean live = !reds.isEmpty() && reds.getLast().isLiveAt(now, measure.liveAge());
        boolean urgent = reds.stream().anyMatch(rule.get()::isUrgent);
        if (live && (urgent || reds.size() >= rule.get().confirm().n())) {
            OpenAlert.Cause cause = urgent ? OpenAlert.Cause.URGENT : OpenAlert.Cause.CONFIRMED;
            return raise(measure, state, direction, new Ground(rule.get(), cause, reds, now));
        }
        return Step.quiet(watch.in(awaiting(measure, state, watch, reds, now)));
    }

    /// The deadline has passed and no later sample came.
    static Step withoutRepeat(
            Measure measure,
            MeasureState state,
            Direction direction,
            AlertState.Confirming confirming) {
        Watch watch = state.watch(direction);
        Optional<Sample> asked = state.memory().find(confirming.sample());
        Optional<Threshold> rule = asked.flatMap(s -> measure.rule(direction, s.at()));
        List<Sample> reds = rule.map(r -> reds(measure, state, watch, r)).orElse(List.of());
        if (rule.isEmpty() || reds.isEmpty()) {
            return Step.quiet(watch.in(AlertState.IDLE));
        }
        return raise(
                measure,
                state,
                direction,
                new Ground(rule.get(), OpenAlert.Cause.NO_REPEAT, reds, confirming.deadline()));
    }

    private record Ground(Threshold rule, OpenAlert.Cause cause, List<Sample> reds, Instant now) {}

    private static Ground urgent(Threshold rule, List<Sample> counted, Sample sample, Instant now) {
        List<Sample> reds = new ArrayList<>(counted);
        if (!reds.contains(sample)) {
            reds.add(sample);
            reds.sort(Sample.ORDER);
        }
        return new Ground(rule, OpenAlert.Cause.URGENT, reds, now);
    }

    private static Step raise(
            Measure measure, MeasureState state, Direction direction, Ground ground) {
        Watch watch = state.watch(direction);
        OpenAlert alert =
                OpenAlert.raised(
                        measure.patient(),
                        ground.rule(),
                        ground.cause(),
                        ground.reds(),
                        ground.now());
        if (alert.onsetId().equals(watch.correctedOnset())) {
            alert = alert.derived(measure.patient(), watch.derivation() + 1);
        }
        List<Effect> effects = new ArrayList<>(List.of(new Effect.Raised(alert)));
        Following.Next next =
                Following.follow(
                        new AlertState.Active(alert),
                        state.memory().newest().orElseThrow(),
                        ground.now());
        effects.addAll(next.effects());
        Watch after =
                next.state() == null
                        ? watch.closed(Evaluator.newestAt(state))
                        : watch.in(next.state());
        return new Step(after, effects);
    }

    /// Confirming if the newest sample of the window is red and live; its deadline is set once.
    private static AlertState awaiting(
            Measure measure, MeasureState state, Watch watch, List<Sample> reds, Instant now) {
        @Nullable Sample newest =
                state.memory()
                        .newest()
                        .filter(n -> !reds.isEmpty() && reds.getLast().equals(n))
                        .orElse(null);
        if (newest == null || !newest.isLiveAt(now, measure.liveAge())) {
            return AlertState.IDLE;
        }
        if (watch.state() instanceof AlertState.Confirming c
                && c.sample().equals(newest.readingId())) {
            return c;
        }
        return new AlertState.Confirming(
                newest.readingId(), now.plus(measure.rules().pack().deadline()));
    }

    private static List<Sample> reds(
            Measure measure, MeasureState state, Watch watch, Threshold rule) {
        List<Sample> counted =
                state.memory().window(watch.mark(), measure.liveAge(), rule.confirm().of());
        List<Sample> reds = new ArrayList<>(counted);
        reds.removeIf(s -> !rule.isRed(s));
        return List.copyOf(reds);
    }
}
