package org.homeward.ingest.sent;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.ingest.unit.Conversion;
import org.homeward.ingest.unit.Units;
import org.jspecify.annotations.Nullable;

/// What the door checks before it promises anything: code, unit, shape. Whose reading it is, and
/// whether the value is believable, is decided after the promise, so that an outage of the store
/// never turns a device away.
public final class Admission {
    private static final int MOST_DIGITS = 15;

    private final CodeTable codes;
    private final Units units;
    private final Set<String> listedUnits;

    public Admission(CodeTable codes, Units units) {
        this.codes = codes;
        this.units = units;
        this.listedUnits =
                codes.rows().stream()
                        .flatMap(code -> code.units().stream())
                        .collect(Collectors.toUnmodifiableSet());
    }

    /// What one body has of units beyond the table.
    public ForeignUnits foreignUnits() {
        return new ForeignUnits(listedUnits);
    }

    /// Judges a reading of a body.
    ///
    /// @param foreign of that body
    public Verdict admit(UUID device, SentReading sent, ForeignUnits foreign) {
        return isKnown(sent.code()) && foreign.exceedWith(sent)
                ? turned(sent, 422, "TOO_MANY_UNITS", "unit: one too many that no code is given in")
                : admit(device, sent);
    }

    private boolean isKnown(SentCode code) {
        return codes.find(code.system(), code.value()).isPresent();
    }

    public Verdict admit(UUID device, SentReading sent) {
        Optional<Code> found = codes.find(sent.code().system(), sent.code().value());
        if (found.isEmpty()) {
            return turned(sent, 422, "UNKNOWN_CODE", "code: not in the table of codes");
        }
        Code code = found.get();
        Verdict.@Nullable Turned fault =
                switch (code.kind()) {
                    case REFUSED ->
                            turned(sent, 422, "NEVER_CHARTED", "code: is never put into the chart");
                    case CODED ->
                            turned(sent, 422, "UNSUPPORTED_VALUE", "code: takes a coded value");
                    case PANEL -> panel(sent, code);
                    case QUANTITY, COMPONENT -> single(sent, code);
                };
        return fault != null
                ? fault
                : new Verdict.Admitted(ReadingId.of(device, sent, code.loinc()), sent);
    }

    private Verdict.@Nullable Turned single(SentReading sent, Code code) {
        if (!sent.components().isEmpty()) {
            return turned(sent, 400, "INVALID_READING", "components: the code is not a panel's");
        }
        return value(sent, code, sent.value(), "");
    }

    private Verdict.@Nullable Turned panel(SentReading sent, Code code) {
        if (!(sent.value() instanceof SentValue.Panel)) {
            return turned(sent, 400, "INVALID_READING", "value: a panel has components instead");
        }
        if (sent.components().isEmpty()) {
            return turned(sent, 400, "MISSING_FIELD", "components: is missing");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < sent.components().size(); i++) {
            Verdict.@Nullable Turned fault =
                    component(sent, code, sent.components().get(i), seen, i);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private Verdict.@Nullable Turned component(
            SentReading sent, Code panel, SentComponent component, Set<String> seen, int at) {
        String path = "components[" + at + "].";
        Optional<Code> found = codes.find(component.code().system(), component.code().value());
        if (found.isEmpty() || !panel.components().contains(found.get().loinc())) {
            return turned(sent, 422, "UNKNOWN_CODE", path + "code: not one of this panel");
        }
        if (!seen.add(found.get().loinc())) {
            return turned(sent, 400, "INVALID_READING", path + "code: is there twice");
        }
        return value(sent, found.get(), component.value(), path);
    }

    private Verdict.@Nullable Turned value(
            SentReading sent, Code code, SentValue value, String path) {
        return switch (value) {
            case SentValue.Panel _ ->
                    turned(sent, 400, "MISSING_FIELD", path + "value: is missing");
            case SentValue.Marked _ -> null;
            case SentValue.Amount amount -> amount(sent, code, amount, path);
        };
    }

    private Verdict.@Nullable Turned amount(
            SentReading sent, Code code, SentValue.Amount amount, String path) {
        if (!isWritable(amount.value())) {
            return turned(sent, 400, "INVALID_VALUE", path + "value: too many digits");
        }
        Optional<Conversion> conversion = units.between(amount.unit(), code.unit());
        if (conversion.isPresent()) {
            return isStorable(conversion.get().apply(amount.value()))
                    ? null
                    : turned(sent, 400, "INVALID_VALUE", path + "value: too large in its unit");
        }
        return units.isUnit(amount.unit())
                ? turned(sent, 422, "UNCONVERTIBLE_UNIT", path + "unit: does not fit the code")
                : turned(sent, 422, "UNKNOWN_UNIT", path + "unit: not a UCUM unit");
    }

    private static boolean isWritable(BigDecimal value) {
        return value.precision() <= MOST_DIGITS
                && value.scale() <= MOST_DIGITS
                && value.scale() >= -MOST_DIGITS;
    }

    /// The wire carries 63 bits of digits.
    private static boolean isStorable(BigDecimal converted) {
        return converted.unscaledValue().bitLength() < Long.SIZE;
    }

    private static Verdict.Turned turned(SentReading sent, int status, String code, String detail) {
        return new Verdict.Turned(
                sent.index(), status, code, "readings[" + sent.index() + "]." + detail);
    }
}
