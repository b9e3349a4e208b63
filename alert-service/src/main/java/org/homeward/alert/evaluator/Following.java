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
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Threshold;
import org.jspecify.annotations.Nullable;

/// A direction with an open alert: it keeps the rule it was raised by until it closes.
final class Following {
    private Following() {}

    /// @param state null when the alert has closed
    record Next(@Nullable AlertState state, List<Effect> effects) {}

    static Step step(
            Measure measure,
            MeasureState state,
            Direction direction,
            AlertState.Open open,
            Sample sample) {
        Watch watch = state.watch(direction);
        OpenAlert alert = open.alert();
        Threshold rule = alert.rule();
        Instant now = sample.receivedAt();
        boolean live = sample.isLiveAt(now, measure.liveAge());
        if (rule.isUrgent(sample) && live && Priority.CRITICAL.isAbove(alert.priority())) {
            OpenAlert worse = alert.worsened(sample, now);
            return Step.of(
                    watch.in(open.active(worse)),
                    new Effect.Updated(worse, Effect.Change.WORSE, now));
        }
        if (state.memory().newest().filter(sample::equals).isPresent()) {
            return newest(measure, state, direction, open, sample);
        }
        boolean before = sample.at().isBefore(alert.onset().at());
        return rule.isRed(sample) && !live && before
                ? History.run(measure, watch, rule, sample)
                : Step.quiet(watch);
    }

    /// What the newest sample means for the open alert. A sample that closes it is judged once more
    /// by the rule that holds now, which may be another.
    private static Step newest(
            Measure measure,
            MeasureState state,
            Direction direction,
            AlertState.Open open,
            Sample sample) {
        Watch watch = state.watch(direction);
        Next next = follow(open, sample, sample.receivedAt());
        if (next.state() != null) {
            return new Step(watch.in(next.state()), next.effects());
        }
        Watch closed = watch.closed(sample.at());
        Optional<Threshold> rule = measure.rule(direction, sample.at());
        if (rule.filter(r -> !r.equals(open.alert().rule()) && r.isRed(sample)).isEmpty()) {
            return new Step(closed, next.effects());
        }
        Watch reopened = watch.closed(sample.at().minusNanos(1));
        Step again = Waiting.step(measure, state.with(direction, reopened), direction, sample);
        List<Effect> effects = new ArrayList<>(next.effects());
        effects.addAll(again.effects());
        return new Step(again.next(), effects);
    }

    static Next follow(AlertState.Open open, Sample newest, Instant now) {
        OpenAlert alert = open.alert();
        if (alert.rule().isRed(newest)) {
            return red(open, newest, now);
        }
        if (alert.rule().isBeyondExit(newest)) {
            return exit(open, newest, now);
        }
        return new Next(open instanceof AlertState.Active a ? a.hysteresis() : open, List.of());
    }

    static Next seen(AlertState.Open open, boolean bySomebody, Instant at) {
        if (bySomebody && at.isBefore(open.alert().worsenedAt())) {
            return new Next(open, List.of());
        }
        if (bySomebody && open instanceof AlertState.Recovered recovered) {
            return new Next(
                    null,
                    List.of(new Effect.Cleared(recovered.alert(), Effect.Reason.RECOVERED, at)));
        }
        return new Next(open.with(open.alert().seen(bySomebody)), List.of());
    }

    private static Next red(AlertState.Open open, Sample newest, Instant now) {
        if (!(open instanceof AlertState.Recovered)) {
            return new Next(open.active(open.alert()), List.of());
        }
        OpenAlert again = open.alert().redAgain(newest);
        return new Next(
                open.active(again),
                List.of(new Effect.Updated(again, Effect.Change.RED_AGAIN, now)));
    }

    private static Next exit(AlertState.Open open, Sample newest, Instant now) {
        OpenAlert alert = open.alert();
        if (alert.seen() || !alert.priority().staysUntilSeen()) {
            OpenAlert closing = alert.recovered(newest);
            return new Next(
                    null, List.of(new Effect.Cleared(closing, Effect.Reason.RECOVERED, now)));
        }
        if (open instanceof AlertState.Recovered) {
            return new Next(open, List.of());
        }
        OpenAlert recovered = alert.recovered(newest);
        return new Next(
                open.recovered(recovered),
                List.of(new Effect.Updated(recovered, Effect.Change.RECOVERED, now)));
    }
}
