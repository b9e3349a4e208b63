package org.homeward.gateway.fhir.search;

import ca.uhn.fhir.model.api.TemporalPrecisionEnum;
import ca.uhn.fhir.parser.DataFormatException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.TimeZone;
import org.hl7.fhir.r4.model.DateTimeType;
import org.jspecify.annotations.Nullable;

/// The time that a search's `date` parameters leave: from, inclusive, to, exclusive. A date is the
/// whole of its day (month, year) in UTC.
public record DateRange(@Nullable Instant from, @Nullable Instant to) {
    public static DateRange of(List<String> values) {
        DateRange range = new DateRange(null, null);
        for (String value : values) {
            range = range.and(value);
        }
        return range;
    }

    public boolean contains(Instant instant) {
        return (from == null || !instant.isBefore(from)) && (to == null || instant.isBefore(to));
    }

    private DateRange and(String value) {
        boolean prefixed = value.length() > 2 && Character.isLetter(value.charAt(0));
        String prefix = prefixed ? value.substring(0, 2) : "eq";
        DateTimeType time = time(prefixed ? value.substring(2) : value);
        Instant start = time.getValue().toInstant();
        Instant end = end(start, time.getPrecision());
        return switch (prefix) {
            case "eq" -> after(start).before(end);
            case "ge" -> after(start);
            case "gt", "sa" -> after(end);
            case "le" -> before(end);
            case "lt", "eb" -> before(start);
            default -> throw unreadable();
        };
    }

    private DateRange after(Instant other) {
        return new DateRange(from == null || other.isAfter(from) ? other : from, to);
    }

    private DateRange before(Instant other) {
        return new DateRange(from, to == null || other.isBefore(to) ? other : to);
    }

    private static DateTimeType time(String text) {
        try {
            DateTimeType time = new DateTimeType();
            time.setTimeZone(TimeZone.getTimeZone("UTC"));
            // A `+` of a zone that was not encoded arrives as a space.
            time.setValueAsString(text.replace(' ', '+'));
            if (time.getValue() == null) {
                throw unreadable();
            }
            return time;
        } catch (DataFormatException | IllegalArgumentException e) {
            throw unreadable();
        }
    }

    private static Instant end(Instant start, TemporalPrecisionEnum precision) {
        ZonedDateTime at = start.atZone(ZoneOffset.UTC);
        return switch (precision) {
            case YEAR -> at.plusYears(1).toInstant();
            case MONTH -> at.plusMonths(1).toInstant();
            case DAY -> at.plusDays(1).toInstant();
            case MINUTE -> start.plus(1, ChronoUnit.MINUTES);
            case SECOND -> start.plusSeconds(1);
            case MILLI -> start.plusMillis(1);
        };
    }

    private static RuntimeException unreadable() {
        return SearchQuery.refused("date", "is no date with a prefix that is offered");
    }
}
