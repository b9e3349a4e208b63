package org.homeward.ingest.http.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.function.Function;
import org.homeward.ingest.device.Udi;
import org.homeward.ingest.trace.TraceChange;
import org.homeward.ingest.trace.TraceChange.Said;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What is written of a device for a recall: `serial`, `udi`, `firmware`, `calibrationDue`.
final class TraceBody {
    private static final int LONGEST = 200;
    private static final int LONGEST_FIRMWARE = 64;

    private TraceBody() {}

    /// What a body changes. A serial that the UDI says is the device's where none is said.
    ///
    /// @throws Problem 400 or 422 if a field is none
    static TraceChange of(JsonNode body) {
        Said<Udi> udi = said(body, "udi", TraceBody::udi);
        Said<String> serial = said(body, "serial", text -> text);
        Udi label = udi.value();
        if (label != null && label.serial() != null) {
            serial = serial.value() == null ? Said.of(label.serial()) : serial;
            if (!label.serial().equals(serial.value())) {
                throw wrong("serial", "SERIAL_DIFFERS", "is another than the UDI's");
            }
        }
        Said<String> firmware = said(body, "firmware", text -> text);
        String version = firmware.value();
        if (firmware.isSaid() && (version == null || version.length() > LONGEST_FIRMWARE)) {
            throw Params.invalid("firmware", "is missing or too long");
        }
        return new TraceChange(serial, udi, said(body, "calibrationDue", TraceBody::day), version);
    }

    private static <T> Said<T> said(JsonNode body, String field, Function<String, T> read) {
        JsonNode node = body.get(field);
        if (node == null) {
            return Said.nothing();
        }
        if (node.isNull()) {
            return Said.of(null);
        }
        return Said.of(read.apply(text(node, field)));
    }

    private static String text(JsonNode node, String field) {
        @Nullable String text = node.textValue();
        if (text == null || text.isBlank() || text.length() > LONGEST || text.indexOf('\0') >= 0) {
            throw Params.invalid(field, "is empty, too long or no text");
        }
        return text;
    }

    private static Udi udi(String text) {
        return Udi.read(text)
                .orElseThrow(() -> wrong("udi", "INVALID_UDI", "is no carrier of a UDI"));
    }

    private static LocalDate day(String text) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw Params.invalid("calibrationDue", "is not of the years 1 to 9999");
            }
            return day;
        } catch (DateTimeException e) {
            throw Params.invalid("calibrationDue", "is not a day");
        }
    }

    private static Problem wrong(String field, String code, String cause) {
        return new Problem(422, code, field + ": " + cause).field(field, cause);
    }
}
