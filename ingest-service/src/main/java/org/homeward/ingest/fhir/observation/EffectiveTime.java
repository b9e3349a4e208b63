package org.homeward.ingest.fhir.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.sent.SentTime;

/// When an Observation says that it was measured. FHIR allows a year, a month or a day; they are
/// taken as what they are.
public final class EffectiveTime {
    private EffectiveTime() {}

    public static SentTime of(JsonNode node) throws Fault {
        if (node.has("effectiveDateTime")) {
            return parse(Fields.text(node, "effectiveDateTime", ""), "effectiveDateTime");
        }
        if (node.has("effectiveInstant")) {
            return Fields.instant(Fields.text(node, "effectiveInstant", ""), "effectiveInstant");
        }
        if (node.has("effectivePeriod")) {
            return parse(
                    Fields.text(node.get("effectivePeriod"), "start", "effectivePeriod."),
                    "effectivePeriod.start");
        }
        throw Fault.missing("effectiveDateTime");
    }

    private static SentTime parse(String text, String path) throws Fault {
        try {
            return switch (text.length()) {
                case 4 -> partial(Year.parse(text).atDay(1), SentTime.Precision.YEAR);
                case 7 -> partial(YearMonth.parse(text).atDay(1), SentTime.Precision.MONTH);
                case 10 -> partial(LocalDate.parse(text), SentTime.Precision.DAY);
                default -> Fields.instant(text, path);
            };
        } catch (DateTimeException e) {
            throw Fault.invalid(path, "is not a FHIR dateTime");
        }
    }

    private static SentTime partial(LocalDate day, SentTime.Precision precision) {
        return new SentTime(day.atStartOfDay(ZoneOffset.UTC).toInstant(), 0, precision);
    }
}
