package org.homeward.alert.evaluator;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.alert.episode.AlertState;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.Watch;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.Sample;

/// Decides what a sample, a deadline, a void or a person's action changes. Pure: the same arguments
/// give the same decision, so that replay, test and oracle agree. docs/alert-semantics.md is its
/// contract.
public final class Evaluator {
    private Evaluator() {}

    /// A sample has arrived; now is its received time.
    public static Decision evaluate(Measure measure, MeasureState state, Sample sample) {
        return evaluate(measure, state, sample, sample.receivedAt());
    }

    /// A sample has arrived, or a later version of it.
    ///
    /// @param now when this version was said: a value that is corrected to a red one days later is
    ///   history, however fast the reading itself had come
    public static Decision evaluate(
            Measure measure, MeasureState state, Sample sample, Instant now) {
        Optional<Sample> known = state.memory().find(sample.readingId());
        if (measure.rules().isSilent()
                || known.filter(k -> k.version() >= sample.version()).isPresent()) {
            return Decision.nothing(state);
        }
        if (known.isPresent()) {
            return corrected(measure, state, new Correction.Versions(known.get(), sample), now);
        }
        if (sample.quality() == Sample.Quality.DATE_ONLY) {
            return History.finding(measure, state, sample);
        }
        if (state.memory().isPast(sample)) {
            boolean repeated =
                    state.memory().newestReceived().filter(r -> !now.isAfter(r)).isPresent();
            return repeated ? Decision.nothing(state) : History.finding(measure, state, sample);
        }
        return overdue(measure, state, sample.receivedAt()).then(s -> arrived(measure, s, sample));
    }

    /// Raises what waits for a repeat and whose deadline is earlier than the time.
    public static Decision overdue(Measure measure, MeasureState state, Instant time) {
        return each(
                state,
                (direction, s) ->
                        s.watch(direction).state() instanceof AlertState.Confirming c
                                        && c.deadline().isBefore(time)
                                ? Waiting.withoutRepeat(measure, s, direction, c)
                                : Step.quiet(s.watch(direction)));
    }

    /// A reading has been voided. A version not above the known one changes nothing.
    public static Decision voided(
            Measure measure, MeasureState state, UUID readingId, int version, Instant now) {
        Optional<Sample> known = state.memory().find(readingId);
        if (known.filter(k -> k.version() >= version).isPresent()) {
            return Decision.nothing(state);
        }
        MeasureState without =
                known.map(k -> state.with(state.memory().with(k.voided(version)))).orElse(state);
        return each(
                without, (direction, s) -> Correction.step(measure, s, direction, readingId, now));
    }

    /// A reading has been voided that may not have come yet. It is remembered as what is never
    /// judged, so that its own record, which comes later, changes nothing.
    public static Decision voided(Measure measure, MeasureState state, Sample gone, Instant now) {
        return voided(measure, state, gone.readingId(), gone.version(), now)
                .then(next -> remembered(measure, next, gone));
    }

    private static Decision remembered(Measure measure, MeasureState state, Sample gone) {
        boolean room = !measure.rules().isSilent() && !state.memory().isPast(gone);
        return room && state.memory().find(gone.readingId()).isEmpty()
                ? Decision.nothing(state.with(state.memory().with(gone)))
                : Decision.nothing(state);
    }

    /// A person has seen the alert, or taken that back.
    public static Decision seen(MeasureState state, UUID alertId, boolean bySomebody, Instant at) {
        return person(state, alertId, open -> Following.seen(open, bySomebody, at));
    }

    /// A person has resolved the alert.
    public static Decision resolved(MeasureState state, UUID alertId, Instant at) {
        return person(
                state,
                alertId,
                open ->
                        new Following.Next(
                                null,
                                List.of(
                                        new Effect.Cleared(
                                                open.alert(), Effect.Reason.RESOLVED, at))));
    }

    /// The patient is followed no more: open alerts close, nothing is waited for.
    public static Decision planEnded(MeasureState state, Instant now) {
        return each(
                state,
                (direction, s) -> {
                    Watch watch = s.watch(direction);
                    Watch idle = watch.closed(newestAt(s));
                    return watch.state() instanceof AlertState.Open open
                            ? Step.of(
                                    idle,
                                    new Effect.Cleared(open.alert(), Effect.Reason.PLAN_ENDED, now))
                            : Step.quiet(watch.in(AlertState.IDLE));
                });
    }

    private static Decision arrived(Measure measure, MeasureState state, Sample sample) {
        MeasureState with = state.with(state.memory().with(sample));
        if (sample.score() == null) {
            return Decision.nothing(with);
        }
        return each(
                with,
                (direction, s) ->
                        s.watch(direction).state() instanceof AlertState.Open open
                                ? Following.step(measure, s, direction, open, sample)
                                : Waiting.step(measure, s, direction, sample));
    }

    private static Decision corrected(
            Measure measure, MeasureState state, Correction.Versions versions, Instant now) {
        Sample sample = versions.after();
        MeasureState with = state.with(state.memory().with(sample));
        return each(
                with,
                (direction, s) ->
                        Correction.late(
                                measure,
                                direction,
                                Correction.step(measure, s, direction, sample.readingId(), now),
                                versions,
                                now));
    }

    private static Decision person(
            MeasureState state, UUID alertId, Function<AlertState.Open, Following.Next> decide) {
        Optional<Direction> direction = state.directionOf(alertId);
        if (direction.isEmpty()
                || !(state.watch(direction.get()).state() instanceof AlertState.Open open)) {
            return Decision.nothing(state);
        }
        Following.Next next = decide.apply(open);
        Watch watch = state.watch(direction.get());
        Watch after = next.state() == null ? watch.closed(newestAt(state)) : watch.in(next.state());
        return new Decision(state.with(direction.get(), after), next.effects());
    }

    static @org.jspecify.annotations.Nullable Instant newestAt(MeasureState state) {
        return state.memory().newest().map(Sample::at).orElse(null);
    }

    private interface PerDirection {
        Step step(Direction direction, MeasureState state);
    }

    private static Decision each(MeasureState state, PerDirection decide) {
        MeasureState next = state;
        List<Effect> effects = new ArrayList<>();
        for (Direction direction : Direction.values()) {
            Step step = decide.step(direction, next);
            next = next.with(direction, step.next());
            effects.addAll(step.effects());
        }
        return new Decision(next, effects);
    }
}
