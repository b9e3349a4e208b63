package org.homeward.ingest.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.ingest.device.Assignment;
import org.homeward.ingest.question.IsThisThePatient;
import org.homeward.ingest.question.LastValues;
import org.homeward.ingest.reading.Arrival;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Intake;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Refusal;
import org.jspecify.annotations.Nullable;

/// The decision about a batch, as a value that lists what to write and what to tell. The store
/// carries it out and reports which rows were already there; [#settle] then closes the accounts.
public final class BatchPlan {
    /// Something to insert and the account it belongs to; no account for what was counted before.
    public record Pending<T>(T item, long content, Arrival arrival, @Nullable Tally tally) {}

    private final Map<UUID, Pending<Reading>> readings = new LinkedHashMap<>();
    private final Map<UUID, Pending<Arrival>> quarantined = new LinkedHashMap<>();
    private final Map<UUID, Known.Earlier> republished = new LinkedHashMap<>();
    private final Map<UUID, Refusal> refusals = new LinkedHashMap<>();
    private final List<Concern> concerns = new ArrayList<>();
    private final Map<Integer, Tally> tallies = new HashMap<>();
    private final Intakes intakes;
    private final Known known;
    private final IsThisThePatient question;

    private BatchPlan(Intakes intakes, Known known) {
        this.intakes = intakes;
        this.known = known;
        this.question =
                new IsThisThePatient(CodeTable.standard(), LastValues.of(known.lastValues()));
    }

    /// Decides about a batch.
    ///
    /// @throws InternalFault if the decision itself fails
    static BatchPlan of(List<Logged> batch, Known known, Intakes intakes) {
        BatchPlan plan = new BatchPlan(intakes, known);
        try {
            batch.forEach(plan::add);
        } catch (RuntimeException e) {
            throw new InternalFault(e);
        }
        return plan;
    }

    private void add(Logged logged) {
        Tally tally = null;
        if (known.isFresh(logged)) {
            tally = tallies.computeIfAbsent(logged.partition(), p -> new Tally(p, logged.offset()));
            tally.cover(logged);
        }
        Refusal unreadable = logged.unreadable();
        if (unreadable != null) {
            // Kept also when its offset was counted before: what is set aside after it was stored
            // must be seen all the same.
            refusals.putIfAbsent(unreadable.id(), unreadable);
            count(tally, Fate.REFUSED);
            logged.lost().stream()
                    .map(arrival -> fault(unreadable.id(), arrival))
                    .distinct()
                    .forEach(concerns::add);
        }
        for (Arrival arrival : logged.arrivals()) {
            add(arrival, tally);
        }
    }

    private void add(Arrival arrival, @Nullable Tally tally) {
        switch (decide(arrival)) {
            case Intake.Accepted accepted -> accept(accepted, tally);
            case Intake.Quarantined q -> quarantine(q.arrival(), tally);
            case Intake.Refused refused -> {
                concerns.addAll(refused.concerns());
                refuse(
                        Refusal.of(arrival, refused.reason(), refused.detail()),
                        tally,
                        Fate.REFUSED);
            }
        }
    }

    /// A fault of ours met on one reading must not hold up the others.
    private Intake decide(Arrival arrival) {
        try {
            return question.ask(intakes.decide(arrival, known.assignments()));
        } catch (RuntimeException e) {
            String detail = "could not be decided: " + e.getClass().getSimpleName();
            List<Concern> told = List.of(fault(arrival.id(), arrival));
            return new Intake.Refused(arrival, "INTERNAL_FAULT", detail, told);
        }
    }

    /// Those who care for the patient must know that something of theirs is missing.
    private Concern fault(UUID cause, Arrival arrival) {
        return Concern.ofFault(cause, arrival, known.caredFor(arrival));
    }

    private void accept(Intake.Accepted accepted, @Nullable Tally tally) {
        Reading reading = accepted.reading();
        Pending<Reading> pending =
                new Pending<>(reading, reading.content(), accepted.arrival(), tally);
        Known.Earlier earlier = known.earlier().get(reading.id());
        Pending<Reading> inBatch = readings.get(reading.id());
        if (earlier != null) {
            repeated(pending, earlier);
        } else if (inBatch != null) {
            repeated(pending, at(inBatch.item()));
        } else if (tally == null) {
            republished.put(reading.id(), at(reading));
            concerns.addAll(accepted.concerns());
        } else {
            readings.put(reading.id(), pending);
            concerns.addAll(accepted.concerns());
        }
    }

    private static Known.Earlier at(Reading reading) {
        return new Known.Earlier(reading.times().measured(), reading.content());
    }

    private void quarantine(Arrival arrival, @Nullable Tally tally) {
        long content = Intakes.content(arrival);
        Pending<Arrival> pending = new Pending<>(arrival, content, arrival, tally);
        Known.Earlier earlier = known.earlier().get(arrival.id());
        Pending<Arrival> inBatch = quarantined.get(arrival.id());
        if (earlier != null) {
            repeated(pending, earlier);
        } else if (inBatch != null) {
            repeated(pending, new Known.Earlier(arrival.measured(), inBatch.content()));
        } else if (tally != null) {
            quarantined.put(arrival.id(), pending);
        }
    }

    /// The same id again: a repetition if it says the same, a conflict otherwise. The first stays.
    private void repeated(Pending<?> pending, Known.Earlier earlier) {
        Arrival arrival = pending.arrival();
        republished.put(arrival.id(), earlier);
        if (earlier.content() == pending.content()) {
            count(pending.tally(), Fate.DUPLICATE);
            return;
        }
        String detail = "the same id came with other content; the first is kept";
        Refusal refusal = Refusal.of(arrival, "CONFLICT", detail);
        concerns.add(
                new Concern(
                        refusal.id(),
                        arrival.deviceId(),
                        known.assignments()
                                .of(arrival.deviceId(), arrival.measured())
                                .map(a -> a.patientId())
                                .orElse(null),
                        Concern.Kind.CONFLICT,
                        arrival.received(),
                        arrival.id(),
                        detail));
        refuse(refusal, pending.tally(), Fate.CONFLICT);
    }

    private void refuse(Refusal refusal, @Nullable Tally tally, Fate fate) {
        if (tally != null) {
            refusals.putIfAbsent(refusal.id(), refusal);
        }
        count(tally, fate);
    }

    private static void count(@Nullable Tally tally, Fate fate) {
        if (tally != null) {
            tally.count(fate);
        }
    }

    /// Closes the accounts.
    ///
    /// @param present what was already stored under ids that were to be inserted
    /// @throws InternalFault if that fails
    public void settle(Map<UUID, Known.Earlier> present) {
        try {
            readings.values().forEach(pending -> settle(pending, present));
            readings.keySet().removeAll(present.keySet());
            quarantined.values().forEach(pending -> settle(pending, present));
            quarantined.keySet().removeAll(present.keySet());
        } catch (RuntimeException e) {
            throw new InternalFault(e);
        }
    }

    private void settle(Pending<?> pending, Map<UUID, Known.Earlier> present) {
        Known.Earlier earlier = present.get(pending.arrival().id());
        if (earlier != null) {
            repeated(pending, earlier);
        } else {
            boolean stored = pending.item() instanceof Reading;
            count(pending.tally(), stored ? Fate.STORED : Fate.QUARANTINED);
        }
    }

    /// By what the other ways of a reading's device are found.
    public Optional<Assignment.Twins> twins(Reading reading) {
        return known.assignments().twins(reading.deviceId());
    }

    public List<Pending<Reading>> readings() {
        return List.copyOf(readings.values());
    }

    public List<Pending<Arrival>> quarantined() {
        return List.copyOf(quarantined.values());
    }

    /// Rows whose present version is told again, because an earlier run may have died before it
    /// did.
    public Map<UUID, Known.Earlier> republished() {
        return Map.copyOf(republished);
    }

    /// Each once, however often it was sent.
    public List<Refusal> refusals() {
        return List.copyOf(refusals.values());
    }

    public List<Concern> concerns() {
        return List.copyOf(concerns);
    }

    public List<Tally> tallies() {
        return List.copyOf(tallies.values());
    }
}
