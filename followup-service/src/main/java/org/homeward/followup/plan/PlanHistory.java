package org.homeward.followup.plan;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.homeward.followup.patient.PatientId;
import org.homeward.followup.patient.Standing;
import org.jspecify.annotations.Nullable;

/// What was asked for and which limits held, at every instant of the last 13 months. A reading is
/// judged by what held when it was measured, however late it comes.
///
/// @param ended deceased or discharged; empty while the patient is followed
public record PlanHistory(
        PatientId patientId,
        int version,
        Instant publishedAt,
        String timeZone,
        String ended,
        List<Dated<String>> packs,
        List<Dated<Threshold>> thresholds,
        List<Dated<Measurement>> measurements,
        List<Dated<Score>> scores,
        List<Dated<Pause>> pauses) {
    /// How far back a late reading may still ask.
    private static final int MONTHS = 13;

    public PlanHistory {
        packs = List.copyOf(packs);
        thresholds = List.copyOf(thresholds);
        measurements = List.copyOf(measurements);
        scores = List.copyOf(scores);
        pauses = List.copyOf(pauses);
    }

    public static Instant horizon(Instant now) {
        return now.atOffset(ZoneOffset.UTC).minusMonths(MONTHS).toInstant();
    }

    /// The history that the versions give.
    ///
    /// @param versions the plan's versions, oldest first: at least the one in force now and all
    ///   that were in force since the horizon
    public static PlanHistory of(List<CarePlan> versions, Standing standing, Instant now) {
        CarePlan last = versions.getLast();
        Function<Object, Period> always = x -> Period.ALWAYS;
        return new PlanHistory(
                last.patientId(),
                last.version(),
                now,
                last.timeZone(),
                standing == Standing.ACTIVE ? "" : standing.code(),
                trace(versions, now, CarePlan::packs, always),
                trace(versions, now, CarePlan::thresholds, Threshold::period),
                trace(versions, now, CarePlan::measurements, always),
                trace(versions, now, CarePlan::scores, always),
                trace(versions, now, CarePlan::pauses, Pause::period));
    }

    /// The thresholds that held at an instant.
    public List<Threshold> thresholdsAt(Instant at) {
        return thresholds.stream().filter(t -> t.period().covers(at)).map(Dated::item).toList();
    }

    private static <T> List<Dated<T>> trace(
            List<CarePlan> versions,
            Instant now,
            Function<CarePlan, List<T>> items,
            Function<? super T, Period> own) {
        List<Dated<T>> traced = new ArrayList<>();
        for (int i = 0; i < versions.size(); i++) {
            Period inForce = inForce(versions, i);
            for (T item : items.apply(versions.get(i))) {
                own.apply(item).and(inForce).ifPresent(p -> append(traced, item, p));
            }
        }
        Instant horizon = horizon(now);
        traced.removeIf(d -> isBefore(d.period().until(), horizon));
        return traced;
    }

    /// The first version holds for all the time before it too: readings older than the registration
    /// are judged by it.
    private static Period inForce(List<CarePlan> versions, int index) {
        CarePlan plan = versions.get(index);
        Instant from = plan.version() == 1 ? null : plan.at();
        Instant until = index + 1 < versions.size() ? versions.get(index + 1).at() : null;
        return new Period(from, until);
    }

    private static <T> void append(List<Dated<T>> traced, T item, Period period) {
        Optional<Dated<T>> before =
                traced.stream()
                        .filter(d -> d.item().equals(item))
                        .filter(
                                d ->
                                        d.period().until() != null
                                                && d.period().until().equals(period.from()))
                        .findFirst();
        before.ifPresent(traced::remove);
        Instant from = before.map(d -> d.period().from()).orElse(null);
        traced.add(
                new Dated<>(item, before.isPresent() ? new Period(from, period.until()) : period));
    }

    private static boolean isBefore(@Nullable Instant until, Instant horizon) {
        return until != null && until.isBefore(horizon);
    }
}
