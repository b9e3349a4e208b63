package org.homeward.gateway.fhir.resource;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.InstantType;
import org.hl7.fhir.r4.model.Quantity;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.SimpleQuantity;
import org.homeward.events.CodeTable;
import org.jspecify.annotations.Nullable;

/// Times, references, concepts and quantities in FHIR's words.
final class Words {
    private static final TimeZone UTC = TimeZone.getTimeZone("UTC");

    private Words() {}

    static DateTimeType instant(Instant at) {
        return new DateTimeType(Date.from(at), TemporalPrecisionEnum.MILLI, UTC);
    }

    /// A time of which the day alone is known.
    static DateTimeType day(Instant at) {
        return new DateTimeType(at.atZone(ZoneOffset.UTC).toLocalDate().toString());
    }

    static InstantType stamp(Instant at) {
        return new InstantType(Date.from(at), TemporalPrecisionEnum.MILLI, UTC);
    }

    static Reference to(String type, Object id) {
        return new Reference(type + "/" + id);
    }

    /// A concept of the code table, named in the caller's language.
    static CodeableConcept concept(String code, String language) {
        String display =
                CodeTable.standard().loinc(code).map(row -> row.display(language)).orElse(code);
        return new CodeableConcept(new Coding(CodeTable.LOINC, code, display)).setText(display);
    }

    static Quantity quantity(@Nullable BigDecimal value, @Nullable String unit) {
        return quantity(new Quantity(), value, unit);
    }

    /// A quantity for a range, which may have no comparator.
    static SimpleQuantity simple(BigDecimal value, String unit) {
        return quantity(new SimpleQuantity(), value, unit);
    }

    private static <Q extends Quantity> Q quantity(
            Q quantity, @Nullable BigDecimal value, @Nullable String unit) {
        quantity.setValue(value);
        if (unit != null && !unit.isEmpty()) {
            quantity.setUnit(unit).setSystem(CodeTable.UCUM).setCode(unit);
        }
        return quantity;
    }
}
