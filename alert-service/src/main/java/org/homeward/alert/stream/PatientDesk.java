package org.homeward.alert.stream;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.evaluator.Decision;
import org.homeward.alert.evaluator.Evaluator;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rulebook.DefaultPack;
import org.homeward.alert.rulebook.PatientPlan;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertSourceChanged;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;

/// Takes a patient's readings, voids, deadlines and plans to the evaluator: load, decide, keep and
/// announce. A decision that fails touches nothing, raises "monitoring impaired" for this patient,
/// and stops nobody else's.
final class PatientDesk {
    /// The flag of a reading that waits for an answer, also in a later version: one that has just
    /// become this patient's, whose question may have come before it.
    private static final String QUESTION = "IS_THIS_THE_PATIENT";

    private final Ward ward;
    private final Bulletin bulletin;
    private final Evaluation evaluation;

    PatientDesk(Ward ward, Bulletin bulletin, Evaluation evaluation) {
        this.ward = ward;
        this.bulletin = bulletin;
        this.evaluation = evaluation;
    }

    void recorded(UUID patient, ReadingRecorded event, Instant now) {
        PatientPlan plan = ward.plan(patient);
        UUID reading = Uuids.fromBytes(event.getReadingId());
        Map<String, Sample> samples;
        try {
            samples = WireReading.samples(event);
        } catch (RuntimeException e) {
            impaired(patient, reading, now, e);
            return;
        }
        changed(patient, WireChange.of(event), now);
        if (event.getVersion() > 1 && !event.getFlagsList().contains(QUESTION)) {
            answered(patient, reading, now);
        }
        samples.forEach(
                (code, sample) ->
                        decide(
                                ward.rules(patient, code, plan),
                                new Cause(reading, now),
                                (measure, state) ->
                                        evaluation.evaluate(
                                                measure, state, sample, said(sample, now))));
    }

    /// When this version was said: of the first, when the edge received it; of a later one, when
    /// somebody changed it.
    private static Instant said(Sample sample, Instant now) {
        return sample.version() > 1 && now.isAfter(sample.receivedAt()) ? now : sample.receivedAt();
    }

    void voided(UUID patient, ReadingVoided event, Instant now) {
        PatientPlan plan = ward.plan(patient);
        UUID reading = Uuids.fromBytes(event.getReadingId());
        changed(patient, WireChange.of(event), now);
        answered(patient, reading, now);
        Optional<Sample> gone;
        try {
            gone = WireReading.voided(event);
        } catch (RuntimeException e) {
            impaired(patient, reading, now, e);
            return;
        }
        Set<String> named = gone.isEmpty() ? Set.of() : Set.copyOf(event.getCodesList());
        for (String code : union(ward.codes(patient), named)) {
            decide(
                    ward.rules(patient, code, plan),
                    new Cause(reading, now),
                    (measure, state) ->
                            named.contains(code)
                                    ? Evaluator.voided(measure, state, gone.orElseThrow(), now)
                                    : Evaluator.voided(
                                            measure, state, reading, event.getVersion(), now));
        }
    }

    private static Set<String> union(Collection<String> known, Collection<String> named) {
        Set<String> all = new TreeSet<>(known);
        all.addAll(named);
        return all;
    }

    /// A person has spoken of the reading: of critical alerts that it was evidence of, open or long
    /// closed, those who acted on them must hear.
    private void changed(UUID patient, List<AlertSourceChanged> alerts, Instant now) {
        alerts.forEach(event -> bulletin.tell(patient, event, now));
    }

    /// The question about the reading is answered, or has gone with it to somebody else.
    private void answered(UUID patient, UUID reading, Instant now) {
        ward.patient(patient)
                .technical(TechnicalAlert.Kind.IS_THIS_THE_PATIENT, reading)
                .ifPresent(
                        question ->
                                bulletin.clear(
                                        patient, question, Effect.Reason.SOURCE_CORRECTED, now));
    }

    /// A deadline has passed. What it raises carries the deadline's time.
    void due(Ward.Due timer) {
        ward.withdraw(timer);
        decide(
                ward.rules(timer.patient(), timer.code(), ward.plan(timer.patient())),
                new Cause(timer.patient(), timer.at()),
                (measure, state) -> Evaluator.overdue(measure, state, timer.at().plusMillis(1)));
    }

    void planned(UUID patient, org.homeward.events.v1.MonitoringPlanPublished event, Instant now) {
        PatientPlan known = ward.plan(patient);
        if (known != null && known.version() > event.getVersion()) {
            return;
        }
        try {
            WirePlan.plan(event);
        } catch (RuntimeException e) {
            impaired(patient, planOnset(patient, event.getVersion()), now, e);
            return;
        }
        ward.keepPlan(patient, event.toByteArray());
        if (!event.getEnded().isEmpty()) {
            Instant at = event.hasPublishedAt() ? Decimals.fromWire(event.getPublishedAt()) : now;
            for (String code : ward.codes(patient)) {
                decide(
                        ward.rules(patient, code, known),
                        new Cause(patient, now),
                        (measure, state) -> Evaluator.planEnded(state, at));
            }
        }
    }

    /// The open alert's measure and state.
    Optional<Map.Entry<Measure, MeasureState>> find(UUID patient, UUID alert) {
        PatientPlan plan = ward.plan(patient);
        for (String code : ward.codes(patient)) {
            MeasureState state = ward.measure(patient, code);
            if (state.directionOf(alert).isPresent()) {
                return Optional.of(Map.entry(ward.rules(patient, code, plan), state));
            }
        }
        return Optional.empty();
    }

    /// Applies a person's action to the alert, if it is open here.
    void person(UUID patient, UUID alert, Instant now, Function<MeasureState, Decision> decide) {
        find(patient, alert)
                .ifPresent(
                        found ->
                                decide(
                                        found.getKey(),
                                        new Cause(alert, now),
                                        (measure, state) -> decide.apply(state)));
    }

    private record Cause(UUID onset, Instant now) {}

    private interface Decide {
        Decision apply(Measure measure, MeasureState state);
    }

    private void decide(Measure measure, Cause cause, Decide decide) {
        MeasureState before;
        Decision decision;
        try {
            before = ward.measure(measure.patient(), measure.code());
            decision = decide.apply(measure, before);
        } catch (RuntimeException e) {
            impaired(measure.patient(), cause.onset(), cause.now(), e);
            return;
        }
        ward.keep(measure, before, decision.next());
        bulletin.announce(
                measure.patient(), decision.effects(), measure.rules().plan(), cause.now());
    }

    private void impaired(UUID patient, UUID onset, Instant now, RuntimeException e) {
        System.getLogger(PatientDesk.class.getName())
                .log(
                        System.Logger.Level.ERROR,
                        "monitoring impaired: {0} while evaluating {1}",
                        e.getClass().getName(),
                        onset);
        TechnicalAlert alert =
                TechnicalAlert.of(
                        patient,
                        TechnicalAlert.Kind.MONITORING_IMPAIRED,
                        patient,
                        onset,
                        new TechnicalAlert.PackTime(now, DefaultPack.standard().version()));
        bulletin.raise(patient, alert, List.of(onset));
    }

    private static UUID planOnset(UUID patient, int version) {
        return Uuids.v5(patient, "plan", Integer.toString(version));
    }
}
