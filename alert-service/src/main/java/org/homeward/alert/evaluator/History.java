package org.homeward.alert.evaluator;

import java.time.Duration;
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

/// Late data: what they show is a finding, never a live alert, and one run of red samples is one
/// finding, or an offline week would give hundreds.
final class History {
    private History() {}

    /// A sample that is not remembered.
    static Decision finding(Measure measure, MeasureState state, Sample sample) {
        MeasureState next = state;
        List<Effect> effects = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            Optional<Threshold> rule = measure.rule(direction, sample.at());
            if (rule.isPresent() && rule.get().isRed(sample)) {
                Step step = run(measure, next.watch(direction), rule.get(), sample);
                next = next.with(direction, step.next());
                effects.addAll(step.effects());
            }
        }
        return new Decision(next, effects);
    }

    /// A red sample of the past, which gives a finding unless one of the same run was given.
    static Step run(Measure measure, Watch watch, Threshold rule, Sample sample) {
        Watch found = watch.found(sample.at());
        if (isNear(measure, watch.lastFinding(), sample) || isNearOnset(measure, watch, sample)) {
            return Step.quiet(found);
        }
        OpenAlert finding =
                OpenAlert.raised(
                        measure.patient(),
                        rule,
                        OpenAlert.Cause.HISTORY,
                        List.of(sample),
                        sample.receivedAt());
        return Step.of(found, new Effect.Found(finding));
    }

    private static boolean isNearOnset(Measure measure, Watch watch, Sample sample) {
        return watch.state() instanceof AlertState.Open open
                && isNear(measure, open.alert().onset().at(), sample);
    }

    private static boolean isNear(
            Measure measure, @org.jspecify.annotations.Nullable Instant other, Sample sample) {
        Duration limit = measure.liveAge();
        return other != null
                && limit != null
                && Duration.between(other, sample.at()).abs().compareTo(limit) <= 0;
    }
}
