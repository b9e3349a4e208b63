package org.homeward.alert.evaluator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.homeward.alert.episode.AlertState;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.episode.Proof;
import org.homeward.alert.episode.Watch;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Threshold;

/// A reading has another version, or is void: whatever stood on it is decided again (ALARMS, must
/// 5).
final class Correction {
    private Correction() {}

    /// The memory holds the reading's new version, or a void one.
    static Step step(
            Measure measure, MeasureState state, Direction direction, UUID readingId, Instant now) {
        Watch watch = state.watch(direction);
        if (!(watch.state() instanceof AlertState.Open open)) {
            return Waiting.again(measure, state, direction, now);
        }
        if (!open.alert().standsOn(readingId)) {
            return followed(state, watch, open, now);
        }
        List<Proof> remaining = remaining(state, open.alert(), readingId);
        if (stands(open.alert(), remaining)) {
            OpenAlert corrected = open.alert().corrected(readingId, remaining);
            Step after = followed(state, watch, open.with(corrected), now);
            List<Effect> effects = new ArrayList<>();
            effects.add(new Effect.Updated(corrected, Effect.Change.CORRECTED, now));
            effects.addAll(after.effects());
            return new Step(after.next(), effects);
        }
        Watch idle = watch.corrected(open.alert());
        Step again = Waiting.again(measure, state.with(direction, idle), direction, now);
        List<Effect> effects = new ArrayList<>();
        effects.add(new Effect.Cleared(open.alert(), Effect.Reason.SOURCE_CORRECTED, now));
        effects.addAll(again.effects());
        return new Step(again.next(), effects);
    }

    /// What a reading said and what it says now.
    record Versions(Sample before, Sample after) {}

    /// A value that is corrected to a red one when it is no longer live is a finding of history.
    static Step late(
            Measure measure, Direction direction, Step step, Versions versions, Instant now) {
        Sample sample = versions.after();
        Optional<Threshold> rule = measure.rule(direction, sample.at());
        boolean newlyRed =
                rule.filter(r -> r.isRed(sample) && !r.isRed(versions.before())).isPresent();
        return newlyRed
                        && step.effects().isEmpty()
                        && !(step.next().state() instanceof AlertState.Open)
                        && !sample.isLiveAt(now, measure.liveAge())
                ? History.run(measure, step.next(), rule.get(), sample)
                : step;
    }

    private static Step followed(
            MeasureState state, Watch watch, AlertState.Open open, Instant now) {
        Optional<Sample> newest = state.memory().newest();
        if (newest.isEmpty()) {
            return Step.quiet(watch.in(open));
        }
        Following.Next next = Following.follow(open, newest.get(), now);
        return new Step(
                next.state() == null ? watch.closed(newest.get().at()) : watch.in(next.state()),
                next.effects());
    }

    /// The alert's red samples as they are now, without those no longer red.
    private static List<Proof> remaining(MeasureState state, OpenAlert alert, UUID readingId) {
        List<Proof> kept = new ArrayList<>();
        for (Proof proof : alert.proofs()) {
            Sample sample = proof.sample();
            if (sample.readingId().equals(readingId)) {
                Optional<Sample> now = state.memory().find(readingId);
                if (now.filter(alert.rule()::isRed).isEmpty()) {
                    continue;
                }
                sample = now.get();
            }
            boolean first = kept.isEmpty() && proof.role() != Proof.Role.EXIT;
            kept.add(new Proof(sample, first ? Proof.Role.ONSET : proof.role()));
        }
        return kept;
    }

    private static boolean stands(OpenAlert alert, List<Proof> remaining) {
        List<Sample> reds =
                remaining.stream()
                        .filter(p -> p.role() != Proof.Role.EXIT)
                        .map(Proof::sample)
                        .toList();
        return !reds.isEmpty()
                && (reds.size() >= alert.rule().confirm().n()
                        || alert.cause() == OpenAlert.Cause.NO_REPEAT
                        || reds.stream().anyMatch(alert.rule()::isUrgent));
    }
}
