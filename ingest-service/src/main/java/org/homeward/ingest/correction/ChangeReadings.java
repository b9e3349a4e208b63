package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.correction.Corrections.Ask;
import org.homeward.ingest.correction.Corrections.Change;
import org.homeward.ingest.correction.Corrections.Decision;
import org.homeward.ingest.correction.Corrections.Replacement;
import org.homeward.ingest.correction.Corrections.Standing;
import org.homeward.ingest.unit.Units;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What a clinician says of a stored reading: that it does not count, or what it should have been.
/// Who comes second is told who was first. What a critical alert stands on is changed by two
/// people: the first word is kept and waits.
@ApplicationScoped
public class ChangeReadings {
    static final String CORRECTED = "corrected";

    private final Corrections corrections;
    private final CriticalEvidence evidence;
    private final Replacements replacements;

    @Inject
    ChangeReadings(
            Corrections corrections,
            Corrections.Events events,
            CriticalEvidence evidence,
            Units units) {
        this.corrections = corrections;
        this.evidence = evidence;
        this.replacements = new Replacements(events, units);
    }

    /// It is shown and judged no more. Fails with 404, and with 409 if it was voided before.
    public Uni<Decision> voidReading(UUID patient, UUID reading, Said said) {
        return change(patient, reading, null, said);
    }

    /// It has another value. Fails with 404, with 409 if it was voided or changed meanwhile, and
    /// with 422 if the value is impossible or says nothing new.
    public Uni<Decision> correct(UUID patient, UUID reading, Correction correction, Said said) {
        return change(patient, reading, correction, said);
    }

    private Uni<Decision> change(
            UUID patient, UUID reading, @Nullable Correction correction, Said said) {
        return evidence.of(patient, reading)
                .chain(
                        found ->
                                corrections.change(
                                        patient, reading, s -> decide(s, correction, said, found)))
                .map(decision -> decision.orElseThrow(Problem::notFound));
    }

    /// What could not be carried out is refused at once, not after a second person's look.
    private Decision decide(
            Standing standing,
            @Nullable Correction correction,
            Said said,
            CriticalEvidence.Found found) {
        Replacement made =
                replacements.of(standing, correction, change(said, correction, Set.of()));
        return found.needsSecondLook()
                ? new Ask(
                        new SecondLook(
                                UUID.randomUUID(),
                                standing.reading().patientId(),
                                standing.reading().id(),
                                standing.reading().version(),
                                correction,
                                said,
                                found.alerts(),
                                null))
                : made;
    }

    static Change change(Said said, @Nullable Correction correction, Set<UUID> alerts) {
        String reason = correction == null ? Voiding.REASON : CORRECTED;
        return new Change(said.by(), "", said.at(), reason, said.note(), alerts);
    }
}
