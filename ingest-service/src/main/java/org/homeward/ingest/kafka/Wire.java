package org.homeward.ingest.kafka;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Protocol;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.SpecialValue;
import org.homeward.events.v1.TelemetryComponent;
import org.homeward.events.v1.TelemetryReading;
import org.homeward.events.v1.TimePrecision;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;
import org.homeward.ingest.sent.Special;

/// What was sent, to and from its form in the log. Lossless both ways. A word that only a later
/// release knows, which may stand in the log while one replaces the other, is taken for the one
/// that promises least.
final class Wire {
    private Wire() {}

    static TelemetryReading toWire(UUID id, SentReading sent) {
        TelemetryReading.Builder out =
                TelemetryReading.newBuilder()
                        .setReadingId(Uuids.toBytes(id))
                        .setMessageId(sent.messageId())
                        .setCode(sent.code().value())
                        .setCodeSystem(sent.code().system())
                        .setTakenAt(Decimals.toWire(sent.time().at()))
                        .setOffsetMinutes(sent.time().offsetMinutes())
                        .setPrecision(toWire(sent.time().precision()))
                        .putAllContext(sent.context())
                        .setIndex(sent.index());
        switch (sent.value()) {
            case SentValue.Amount a -> out.setValue(toWire(a));
            case SentValue.Marked m -> out.setSpecial(toWire(m.special()));
            case SentValue.Panel _ -> {}
        }
        if (sent.sequence() != null) {
            out.setSequence(sent.sequence());
        }
        sent.components().forEach(c -> out.addComponents(toWire(c)));
        return out.build();
    }

    private static TelemetryComponent toWire(SentComponent component) {
        TelemetryComponent.Builder out =
                TelemetryComponent.newBuilder()
                        .setCode(component.code().value())
                        .setCodeSystem(component.code().system());
        switch (component.value()) {
            case SentValue.Amount a -> out.setValue(toWire(a));
            case SentValue.Marked m -> out.setSpecial(toWire(m.special()));
            case SentValue.Panel _ -> {}
        }
        return out.build();
    }

    static Quantity toWire(SentValue.Amount amount) {
        return Quantity.newBuilder()
                .setValue(Decimals.toWire(amount.value()))
                .setUnit(amount.unit())
                .build();
    }

    static SpecialValue toWire(Special special) {
        return switch (special) {
            case NOT_A_NUMBER -> SpecialValue.SPECIAL_VALUE_NOT_A_NUMBER;
            case NOT_AT_THIS_RESOLUTION -> SpecialValue.SPECIAL_VALUE_NOT_AT_THIS_RESOLUTION;
            case ABOVE_RANGE -> SpecialValue.SPECIAL_VALUE_ABOVE_RANGE;
            case BELOW_RANGE -> SpecialValue.SPECIAL_VALUE_BELOW_RANGE;
        };
    }

    static Protocol toWire(Path path) {
        return switch (path) {
            case HTTP -> Protocol.PROTOCOL_HTTP_JSON;
            case MQTT -> Protocol.PROTOCOL_MQTT_JSON;
            case FHIR -> Protocol.PROTOCOL_FHIR_R4;
            case MANUAL -> Protocol.PROTOCOL_MANUAL;
        };
    }

    static Path path(Protocol protocol) {
        return switch (protocol) {
            case PROTOCOL_MQTT_JSON -> Path.MQTT;
            case PROTOCOL_FHIR_R4 -> Path.FHIR;
            case PROTOCOL_MANUAL -> Path.MANUAL;
            case PROTOCOL_HTTP_JSON, PROTOCOL_UNSPECIFIED, UNRECOGNIZED -> Path.HTTP;
        };
    }

    private static TimePrecision toWire(SentTime.Precision precision) {
        return switch (precision) {
            case INSTANT -> TimePrecision.TIME_PRECISION_INSTANT;
            case DAY -> TimePrecision.TIME_PRECISION_DAY;
            case MONTH -> TimePrecision.TIME_PRECISION_MONTH;
            case YEAR -> TimePrecision.TIME_PRECISION_YEAR;
            case RECEIVED -> TimePrecision.TIME_PRECISION_RECEIVED;
            case RELATIVE -> TimePrecision.TIME_PRECISION_RELATIVE;
            case UNTRUSTED -> TimePrecision.TIME_PRECISION_UNTRUSTED;
        };
    }

    static SentReading fromWire(TelemetryReading in) {
        boolean panel = in.getComponentsCount() > 0;
        return new SentReading(
                in.getIndex(),
                in.getMessageId(),
                new SentCode(in.getCodeSystem(), in.getCode()),
                panel
                        ? SentValue.PANEL
                        : value(in.hasValue() ? in.getValue() : null, in.getSpecial()),
                components(in),
                new SentTime(
                        Decimals.fromWire(in.getTakenAt()),
                        in.getOffsetMinutes(),
                        precision(in.getPrecision())),
                in.hasSequence() ? (Long) in.getSequence() : null,
                Map.copyOf(in.getContextMap()));
    }

    private static List<SentComponent> components(TelemetryReading in) {
        return in.getComponentsList().stream()
                .map(
                        c ->
                                new SentComponent(
                                        new SentCode(c.getCodeSystem(), c.getCode()),
                                        value(c.hasValue() ? c.getValue() : null, c.getSpecial())))
                .toList();
    }

    private static SentValue value(
            @org.jspecify.annotations.Nullable Quantity quantity, SpecialValue special) {
        if (quantity != null) {
            return new SentValue.Amount(Decimals.fromWire(quantity.getValue()), quantity.getUnit());
        }
        return switch (special) {
            case SPECIAL_VALUE_NOT_A_NUMBER, UNRECOGNIZED ->
                    new SentValue.Marked(Special.NOT_A_NUMBER);
            case SPECIAL_VALUE_NOT_AT_THIS_RESOLUTION ->
                    new SentValue.Marked(Special.NOT_AT_THIS_RESOLUTION);
            case SPECIAL_VALUE_ABOVE_RANGE -> new SentValue.Marked(Special.ABOVE_RANGE);
            case SPECIAL_VALUE_BELOW_RANGE -> new SentValue.Marked(Special.BELOW_RANGE);
            case SPECIAL_VALUE_UNSPECIFIED -> SentValue.PANEL;
        };
    }

    private static SentTime.Precision precision(TimePrecision precision) {
        return switch (precision) {
            case TIME_PRECISION_DAY -> SentTime.Precision.DAY;
            case TIME_PRECISION_MONTH -> SentTime.Precision.MONTH;
            case TIME_PRECISION_YEAR -> SentTime.Precision.YEAR;
            case TIME_PRECISION_RECEIVED, UNRECOGNIZED -> SentTime.Precision.RECEIVED;
            case TIME_PRECISION_RELATIVE -> SentTime.Precision.RELATIVE;
            case TIME_PRECISION_UNTRUSTED -> SentTime.Precision.UNTRUSTED;
            case TIME_PRECISION_INSTANT, TIME_PRECISION_UNSPECIFIED -> SentTime.Precision.INSTANT;
        };
    }

    static ByteString bytes(byte[] bytes) {
        return ByteString.copyFrom(bytes);
    }
}
