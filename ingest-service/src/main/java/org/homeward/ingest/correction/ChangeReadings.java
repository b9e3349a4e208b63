package org.homeward.ingest.correction;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.ingest.correction.Corrections.Change;
import org.homeward.ingest.correction.Corrections.Replacement;
import org.homeward.ingest.correction.Corrections.Standing;
import org.homeward.ingest.reading.Intakes;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Validity;
import org.homeward.ingest.sent.Admission;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.Verdict;
import org.homeward.ingest.unit.Units;
import org.homeward.kit.problem.Problem;

/// What a clinician says of a stored reading: that it does not count, or what it should have been.
/// What comes second is told who was first.
@ApplicationScoped
public class ChangeReadings {
    static final String CORRECTED = "corrected";

    private final Corrections corrections;
    private final Corrections.Events events;
    private final Admission admission;
    private final Intakes intakes;

    @Inject
    ChangeReadings(Corrections corrections, Corrections.Events events, Units units) {
        this.corrections = corrections;
        this.events = events;
        this.admission = new Admission(CodeTable.standard(), units);
        this.intakes = new Intakes(CodeTable.standard(), units);
    }

    /// It is shown and judged no more. Fails with 404, and with 409 if it was voided before.
    public Uni<Reading> voidReading(UUID patient, UUID reading, Said said) {
        Change change = new Change(said.by(), said.at(), Voiding.REASON, said.note());
        return corrections
                .change(patient, reading, standing -> voided(standing, change))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    /// It has another value. Fails with 404, with 409 if it was voided or changed meanwhile, and
    /// with 422 if the value is impossible or says nothing new.
    public Uni<Reading> correct(UUID patient, UUID reading, Correction correction, Said said) {
        Change change = new Change(said.by(), said.at(), CORRECTED, said.note());
        return corrections
                .change(patient, reading, standing -> corrected(standing, correction, change))
                .map(found -> found.orElseThrow(Problem::notFound));
    }

    private Replacement voided(Standing standing, Change change) {
        refuseVoided(standing);
        Reading before = standing.reading();
        List<String> flags = new ArrayList<>(before.flags());
        flags.add(Voiding.FLAG);
        Reading after = before.next(before.measure(), before.components(), Validity.INVALID, flags);
        return new Replacement(after, change, events.voided(after, change, standing.newestOther()));
    }

    private Replacement corrected(Standing standing, Correction correction, Change change) {
        refuseVoided(standing);
        Reading before = standing.reading();
        if (correction.version() != 0 && correction.version() != before.version()) {
            throw second(standing, "CHANGED_MEANWHILE", "Somebody has changed it since.");
        }
        Intakes.Judged judged = judged(before, correction);
        if (Amendment.changesNothing(before, judged)) {
            throw new Problem(422, "NOTHING_CHANGED", "It says what the reading says already.");
        }
        Reading after = Amendment.of(before, judged);
        return new Replacement(after, change, events.corrected(after, change));
    }

    /// Judged as a device's word is, but what a device's word would only be marked with is refused.
    private Intakes.Judged judged(Reading before, Correction correction) {
        SentReading said =
                new SentReading(
                        0,
                        "",
                        SentCode.loinc(before.measure().code()),
                        correction.value(),
                        correction.components(),
                        SentTime.exact(before.times().measured(), before.times().offsetMinutes()),
                        null,
                        before.context());
        if (admission.admit(before.deviceId(), said) instanceof Verdict.Turned turned) {
            throw new Problem(422, turned.code(), turned.detail().replace("readings[0].", ""));
        }
        Intakes.Judged judged =
                intakes.judge(said)
                        .orElseThrow(
                                () -> new Problem(422, "UNKNOWN_UNIT", "unit: not in the table"));
        if (!Amendment.isOfTheSame(before, judged)) {
            throw new Problem(422, "MISSING_FIELD", "components: are not those of the reading")
                    .field("components", "are not those of the reading");
        }
        if (!judged.flags().isEmpty()) {
            throw new Problem(422, judged.flags().getFirst(), "value: cannot be measured")
                    .field("value", "cannot be measured");
        }
        return judged;
    }

    private static void refuseVoided(Standing standing) {
        if (standing.reading().flags().contains(Voiding.FLAG)) {
            throw second(standing, "ALREADY_VOIDED", "Somebody has voided it before.");
        }
    }

    private static Problem second(Standing standing, String code, String detail) {
        Problem problem = new Problem(409, code, detail);
        Change last = standing.last();
        return last == null
                ? problem
                : problem.with("by", last.by()).with("at", last.at().toString());
    }
}
