package org.homeward.ingest.correction;

import java.util.ArrayList;
import java.util.List;
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
import org.jspecify.annotations.Nullable;

/// What takes a reading's place by a person's word. Decides only; nothing is stored here.
final class Replacements {
    private final Corrections.Events events;
    private final Admission admission;
    private final Intakes intakes;

    Replacements(Corrections.Events events, Units units) {
        this.events = events;
        this.admission = new Admission(CodeTable.standard(), units);
        this.intakes = new Intakes(CodeTable.standard(), units);
    }

    /// Voided, or corrected if there is a correction.
    Replacement of(Standing standing, @Nullable Correction correction, Change change) {
        return correction == null
                ? voided(standing, List.of(), change)
                : corrected(standing, correction, change);
    }

    /// @param flags why, beside the flag that every voided reading has
    Replacement voided(Standing standing, List<String> flags, Change change) {
        refuseVoided(standing);
        Reading before = standing.reading();
        List<String> all = new ArrayList<>(before.flags());
        all.addAll(flags);
        all.add(Voiding.FLAG);
        Reading after = before.next(before.measure(), before.components(), Validity.INVALID, all);
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
        SentReading said = said(before, correction);
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

    private static SentReading said(Reading before, Correction correction) {
        return new SentReading(
                0,
                "",
                SentCode.loinc(before.measure().code()),
                correction.value(),
                correction.components(),
                SentTime.exact(before.times().measured(), before.times().offsetMinutes()),
                null,
                before.context());
    }

    private static void refuseVoided(Standing standing) {
        if (standing.reading().flags().contains(Voiding.FLAG)) {
            throw second(standing, "ALREADY_VOIDED", "Somebody has voided it before.");
        }
    }

    static Problem second(Standing standing, String code, String detail) {
        Problem problem = new Problem(409, code, detail);
        Change last = standing.last();
        return last == null
                ? problem
                : problem.with("by", last.by()).with("at", last.at().toString());
    }
}
