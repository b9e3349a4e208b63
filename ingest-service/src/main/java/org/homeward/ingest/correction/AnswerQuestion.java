package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.correction.Corrections.Change;
import org.homeward.ingest.correction.Corrections.Decision;
import org.homeward.ingest.correction.Corrections.Replacement;
import org.homeward.ingest.correction.Corrections.Standing;
import org.homeward.ingest.question.IsThisThePatient;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Validity;
import org.homeward.ingest.unit.Units;
import org.homeward.kit.problem.Problem;

/// The patient, or who cares for them, says whose value it was.
@ApplicationScoped
public class AnswerQuestion {
    static final String CONFIRMED = "identity-confirmed";
    static final String OTHER = "not-this-patient";

    private final Corrections corrections;
    private final Corrections.Events events;
    private final Replacements replacements;

    @Inject
    AnswerQuestion(Corrections corrections, Corrections.Events events, Units units) {
        this.corrections = corrections;
        this.events = events;
        this.replacements = new Replacements(events, units);
    }

    /// The reading counts from now on, or is voided for this patient. Fails with 404, and with 409
    /// if nobody asks or somebody has answered.
    public Uni<Reading> answer(UUID patient, UUID reading, boolean isPatient, Said said) {
        String reason = isPatient ? CONFIRMED : OTHER;
        Change change = new Change(said.by(), "", said.at(), reason, said.note(), Set.of());
        return corrections
                .change(patient, reading, standing -> decide(standing, isPatient, change))
                .map(
                        found ->
                                switch (found.orElseThrow(Problem::notFound)) {
                                    case Replacement made -> made.after();
                                    case Corrections.Ask _ ->
                                            throw new IllegalStateException("nobody is asked");
                                });
    }

    private Decision decide(Standing standing, boolean isPatient, Change change) {
        Reading before = standing.reading();
        if (before.validity() != Validity.QUESTIONED
                || !before.flags().contains(IsThisThePatient.FLAG)) {
            throw Replacements.second(standing, "NO_QUESTION", "Nobody asks whose value it is.");
        }
        if (!isPatient) {
            return replacements.voided(standing, List.of("NOT_THIS_PATIENT"), change);
        }
        List<String> flags = new ArrayList<>(before.flags());
        flags.remove(IsThisThePatient.FLAG);
        flags.add(IsThisThePatient.CONFIRMED);
        Reading after = before.next(before.measure(), before.components(), Validity.VALID, flags);
        return new Replacement(after, change, events.corrected(after, change));
    }
}
