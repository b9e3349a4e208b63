package org.homeward.alert.episode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.alert.rule.Priority;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Threshold;
import org.homeward.events.Uuids;

/// An alert as the evaluator keeps it: the rule version it was raised by, its evidence, and whether
/// a person has seen it. It changes only by making the next one.
///
/// @param seen acknowledged, or snoozed by a person
/// @param worsenedAt when its priority last rose; an acknowledgement from before does not count
/// @param sequence rises with each update that is published
/// @param derivation counts alerts of the same onset that a correction has closed
public record OpenAlert(
        UUID id,
        Threshold rule,
        Priority priority,
        Cause cause,
        Instant raisedAt,
        Instant worsenedAt,
        boolean seen,
        int sequence,
        int derivation,
        List<Proof> proofs,
        List<Suppressed> suppressed) {
    private static final int MOST_PROOFS = 8;

    /// What raised it.
    public enum Cause {
        /// A single sample that cannot wait.
        URGENT,
        /// Enough samples of the window.
        CONFIRMED,
        /// The repeat that was asked for did not come.
        NO_REPEAT,
        /// Found in late data; never open.
        HISTORY
    }

    public OpenAlert {
        proofs = List.copyOf(proofs);
        suppressed = List.copyOf(suppressed);
    }

    /// The alert that these red samples raise.
    ///
    /// @param reds earliest first, not empty
    public static OpenAlert raised(
            UUID patient, Threshold rule, Cause cause, List<Sample> reds, Instant now) {
        List<Proof> proofs = new ArrayList<>();
        for (Sample red : reds) {
            proofs.add(new Proof(red, proofs.isEmpty() ? Proof.Role.ONSET : Proof.Role.CONFIRMING));
        }
        boolean urgent = reds.stream().anyMatch(rule::isUrgent);
        Priority priority = urgent ? Priority.CRITICAL : rule.priority();
        UUID id = id(patient, rule, reds.getFirst().readingId(), 0);
        return new OpenAlert(id, rule, priority, cause, now, now, false, 0, 0, proofs, List.of());
    }

    static UUID id(UUID patient, Threshold rule, UUID onset, int derivation) {
        return Uuids.v5(
                patient, rule.id(), rule.version(), onset.toString(), Integer.toString(derivation));
    }

    public UUID onsetId() {
        return onset().readingId();
    }

    public Sample onset() {
        return proofs.getFirst().sample();
    }

    public boolean standsOn(UUID readingId) {
        return proofs.stream()
                .anyMatch(
                        p ->
                                p.role() != Proof.Role.EXIT
                                        && p.sample().readingId().equals(readingId));
    }

    public OpenAlert derived(UUID patient, int number) {
        return new OpenAlert(
                id(patient, rule, onsetId(), number),
                rule,
                priority,
                cause,
                raisedAt,
                worsenedAt,
                seen,
                sequence,
                number,
                proofs,
                suppressed);
    }

    public OpenAlert seen(boolean bySomebody) {
        return with(priority, worsenedAt, bySomebody, proofs);
    }

    public OpenAlert recovered(Sample exit) {
        return with(priority, worsenedAt, seen, plus(proofs, new Proof(exit, Proof.Role.EXIT)));
    }

    public OpenAlert redAgain(Sample red) {
        List<Proof> kept = proofs.stream().filter(p -> p.role() != Proof.Role.EXIT).toList();
        return with(priority, worsenedAt, seen, plus(kept, new Proof(red, Proof.Role.CONFIRMING)));
    }

    public OpenAlert worsened(Sample urgent, Instant now) {
        return with(
                Priority.CRITICAL,
                now,
                false,
                plus(proofs, new Proof(urgent, Proof.Role.CONFIRMING)));
    }

    /// Without the reading, or with its corrected version where that is red still.
    public OpenAlert corrected(UUID readingId, List<Proof> remaining) {
        List<Suppressed> reasons = new ArrayList<>(suppressed);
        reasons.add(new Suppressed(readingId, "source-corrected"));
        return new OpenAlert(
                id,
                rule,
                priority,
                cause,
                raisedAt,
                worsenedAt,
                seen,
                sequence + 1,
                derivation,
                remaining,
                reasons);
    }

    private OpenAlert with(
            Priority newPriority, Instant worsened, boolean bySomebody, List<Proof> newProofs) {
        return new OpenAlert(
                id,
                rule,
                newPriority,
                cause,
                raisedAt,
                worsened,
                bySomebody,
                sequence + 1,
                derivation,
                newProofs,
                suppressed);
    }

    /// The onset always stays; of the rest the latest.
    private static List<Proof> plus(List<Proof> proofs, Proof proof) {
        List<Proof> next = new ArrayList<>(proofs);
        next.removeIf(
                p ->
                        p.sample().readingId().equals(proof.sample().readingId())
                                && p.role() == proof.role());
        next.add(proof);
        if (next.size() > MOST_PROOFS) {
            next.remove(1);
        }
        return next;
    }
}
