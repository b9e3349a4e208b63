package org.homeward.ingest.reading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.homeward.events.CodeTable;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.device.Assignments;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.unit.Units;

/// Decides about each admitted reading: whose it is, what it says in canonical terms, whether it
/// can be believed.
public final class Intakes {
    static final String DISCHARGED = "PATIENT_DISCHARGED";

    /// Within the day, month or year that is all it says, the device changed hands.
    static final String SEVERAL_WEARERS = "SEVERAL_WEARERS";

    /// The device said no time of its own: it is known by when it was heard.
    static final String TIME_OF_RECEIPT = "TIME_OF_RECEIPT";

    /// The device's clock is known to be wrong, which was told once when it began.
    static final String CLOCK_DRIFT = "CLOCK_DRIFT";

    static final String CLOCK_RESET = "CLOCK_RESET";
    private static final Set<String> TOLD_OTHERWISE =
            Set.of(TIME_OF_RECEIPT, CLOCK_DRIFT, CLOCK_RESET, Plausibility.DOUBTED);

    private final Normal normal;
    private final Plausibility plausibility;

    public Intakes(CodeTable codes, Units units) {
        normal = new Normal(codes, units);
        plausibility = new Plausibility(codes);
    }

    public Intake decide(Arrival arrival, Assignments assignments) {
        Optional<Measure> measure = normal.measure(arrival.sent().code(), arrival.sent().value());
        Optional<List<Measure>> components = normal.components(arrival.sent().components());
        if (measure.isEmpty() || components.isEmpty()) {
            return new Intake.Refused(
                    arrival, "UNREADABLE", "code or unit: not in the table", List.of());
        }
        MeasuredTime time = MeasuredTime.judge(arrival, assignments);
        Optional<Assignment> assignment = assignments.of(arrival.deviceId(), time.at());
        if (assignment.isEmpty()) {
            return new Intake.Quarantined(arrival);
        }
        if (time.quality() == TimeQuality.DATE_ONLY && !isOnes(arrival, time, assignments)) {
            return new Intake.Refused(
                    arrival,
                    SEVERAL_WEARERS,
                    "its date is all it says, and the device changed hands then",
                    List.of());
        }
        if (assignment.get().isAfterCare(time.at())) {
            return discharged(arrival, assignment.get());
        }
        return accept(arrival, assignment.get(), time, measure.get(), components.get());
    }

    private static boolean isOnes(Arrival arrival, MeasuredTime time, Assignments assignments) {
        Instant latest = MeasuredTime.latest(arrival.sent().time(), arrival.received());
        return assignments.of(arrival.deviceId(), time.at(), latest).isPresent();
    }

    /// What a person says in place of what was sent, in canonical terms.
    ///
    /// @param flags why it cannot be believed; empty if it can
    public record Judged(Measure measure, List<Measure> components, List<String> flags) {}

    /// Judges what a person says as a device's word is judged; empty where a code or unit is not in
    /// the table.
    public Optional<Judged> judge(SentReading said) {
        Optional<Measure> measure = normal.measure(said.code(), said.value());
        Optional<List<Measure>> components = normal.components(said.components());
        return measure.isEmpty() || components.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Judged(
                                measure.get(),
                                components.get(),
                                plausibility
                                        .judge(measure.get(), components.get(), byPerson(said))
                                        .flags()));
    }

    /// That the device doubted its own value says nothing of what a person has measured since.
    private static Map<String, String> byPerson(SentReading said) {
        Map<String, String> context = new HashMap<>(said.context());
        context.remove(Plausibility.STATUS);
        return context;
    }

    private static Intake discharged(Arrival arrival, Assignment assignment) {
        String detail = "measured after the patient's care ended";
        Concern concern =
                Concern.about(
                        arrival, assignment.patientId(), Concern.Kind.DISCHARGED_PATIENT, detail);
        return new Intake.Refused(arrival, DISCHARGED, detail, List.of(concern));
    }

    private Intake accept(
            Arrival arrival,
            Assignment assignment,
            MeasuredTime time,
            Measure measure,
            List<Measure> components) {
        SentReading sent = arrival.sent();
        Plausibility.Finding finding = plausibility.judge(measure, components, sent.context());
        List<String> flags = new ArrayList<>(finding.flags());
        timeFlag(sent.time().precision(), time).ifPresent(flags::add);
        Reading reading =
                new Reading(
                        arrival.id(),
                        assignment.patientId(),
                        arrival.deviceId(),
                        1,
                        measure,
                        components,
                        times(arrival, time),
                        finding.validity(),
                        flags,
                        sent.context(),
                        arrival.path(),
                        Content.hash(sent));
        return new Intake.Accepted(arrival, reading, concerns(arrival, reading));
    }

    /// A device without a clock has no clock that could be at fault.
    private static Optional<String> timeFlag(SentTime.Precision said, MeasuredTime time) {
        boolean clock = said != SentTime.Precision.RECEIVED && said != SentTime.Precision.RELATIVE;
        return switch (time.quality()) {
            case UNKNOWN -> Optional.of(clock ? fault(time) : TIME_OF_RECEIPT);
            case SUSPECT -> Optional.of(clock ? doubt(time) : TIME_OF_RECEIPT);
            case EXACT, DATE_ONLY -> Optional.empty();
        };
    }

    private static String fault(MeasuredTime time) {
        return time.byClock() ? CLOCK_RESET : "CLOCK_FAULT";
    }

    private static String doubt(MeasuredTime time) {
        return time.byClock() ? CLOCK_DRIFT : "TIME_SUSPECT";
    }

    private static Reading.Times times(Arrival arrival, MeasuredTime time) {
        return new Reading.Times(
                time.at(),
                arrival.received(),
                arrival.recorded(),
                time.quality(),
                arrival.sent().time().offsetMinutes());
    }

    private static List<Concern> concerns(Arrival arrival, Reading reading) {
        if (reading.flags().isEmpty()) {
            return List.of();
        }
        List<Concern> out = new ArrayList<>();
        for (String flag : reading.flags()) {
            if (TOLD_OTHERWISE.contains(flag)) {
                continue;
            }
            Concern.Kind kind =
                    switch (flag) {
                        case Plausibility.CROSSED -> Concern.Kind.IMPLAUSIBLE_PANEL;
                        case "CLOCK_FAULT", "TIME_SUSPECT" -> Concern.Kind.CLOCK_FAULT;
                        default -> Concern.Kind.IMPOSSIBLE_VALUE;
                    };
            out.add(Concern.about(arrival, reading.patientId(), kind, flag));
        }
        return out;
    }

    /// The hash that tells a repetition of an id from a conflict.
    public static long content(Arrival arrival) {
        return Content.hash(arrival.sent());
    }
}
