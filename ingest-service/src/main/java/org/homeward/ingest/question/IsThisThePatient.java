package org.homeward.ingest.question;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.ingest.question.LastValues.Value;
import org.homeward.ingest.reading.Concern;
import org.homeward.ingest.reading.Intake;
import org.homeward.ingest.reading.Reading;
import org.homeward.ingest.reading.Validity;

/// A value that differs from the patient's last valid one by more than the table of codes says for
/// 24 hours may be somebody else's of the house: it goes to a question, not to the chart. A longer
/// time allows for more in proportion.
public final class IsThisThePatient {
    public static final String FLAG = "IS_THIS_THE_PATIENT";

    /// Somebody has said that it is.
    public static final String CONFIRMED = "IDENTITY_CONFIRMED";

    /// How far back the last value is looked for (the heart failure pack's oldest baseline).
    public static final Duration LOOKED_BACK = Duration.ofDays(14);

    private static final Duration DAY = Duration.ofDays(1);

    private final CodeTable codes;
    private final LastValues last;

    public IsThisThePatient(CodeTable codes, LastValues last) {
        this.codes = codes;
        this.last = last;
    }

    /// The same, or with its reading questioned and somebody asked. What stays valid is what the
    /// next is compared with.
    public Intake ask(Intake intake) {
        if (!(intake instanceof Intake.Accepted accepted)) {
            return intake;
        }
        return isAsked(accepted.reading()) ? questioned(accepted) : intake;
    }

    /// A reading that has become another patient's, as if it had come for them: what was asked
    /// about the one before, and what they answered, says nothing of this one.
    public Reading askAgain(Reading moved) {
        List<String> flags = new ArrayList<>(moved.flags());
        boolean waited = flags.remove(FLAG);
        flags.remove(CONFIRMED);
        Reading unasked = moved.judged(waited ? Validity.VALID : moved.validity(), flags);
        return isAsked(unasked) ? unasked.questioned(FLAG) : unasked;
    }

    /// Whether a code is asked about.
    public static boolean isAbout(CodeTable codes, String code) {
        return codes.loinc(code).map(Code::questionPerDay).isPresent();
    }

    private boolean isAsked(Reading reading) {
        BigDecimal value = reading.measure().value();
        Optional<BigDecimal> most = codes.loinc(reading.measure().code()).map(Code::questionPerDay);
        if (most.isEmpty() || value == null || reading.validity() != Validity.VALID) {
            return false;
        }
        Value said =
                new Value(
                        reading.patientId(),
                        reading.measure().code(),
                        reading.times().measured(),
                        value);
        Optional<Value> before = last.before(said.patient(), said.code(), said.at());
        if (before.filter(b -> isTooMuch(b, said, most.get())).isPresent()) {
            return true;
        }
        last.add(said);
        return false;
    }

    private static boolean isTooMuch(Value before, Value said, BigDecimal mostPerDay) {
        Duration apart = Duration.between(before.at(), said.at());
        if (apart.compareTo(LOOKED_BACK) > 0) {
            return false;
        }
        BigDecimal seconds = BigDecimal.valueOf(Math.max(apart.toSeconds(), DAY.toSeconds()));
        BigDecimal change = said.value().subtract(before.value()).abs();
        return change.multiply(BigDecimal.valueOf(DAY.toSeconds()))
                        .compareTo(mostPerDay.multiply(seconds))
                > 0;
    }

    private static Intake questioned(Intake.Accepted accepted) {
        List<Concern> concerns = new ArrayList<>(accepted.concerns());
        Reading asked = accepted.reading().questioned(FLAG);
        concerns.add(
                Concern.about(
                        accepted.arrival(),
                        asked.patientId(),
                        Concern.Kind.IS_THIS_THE_PATIENT,
                        FLAG));
        return new Intake.Accepted(accepted.arrival(), asked, concerns);
    }
}
