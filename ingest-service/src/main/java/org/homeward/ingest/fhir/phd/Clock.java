package org.homeward.ingest.fhir.phd;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.homeward.events.CodeTable;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.sent.SentTime;
import org.jspecify.annotations.Nullable;

/// What a coincident timestamp says of a device's clock: the hub read it, and looked at its own at
/// the same moment. The hub moves the readings by the difference; where the device's clock could
/// not be read, their times are the device's and cannot be trusted.
///
/// @param ahead how far the hub's clock was ahead of the device's; null if that was not said
public record Clock(boolean isReadable, @Nullable Duration ahead) {
    /// Nothing is known of it.
    public static final Clock UNSAID = new Clock(true, null);

    static final Clock UNREADABLE = new Clock(false, null);

    /// The context with the seconds that the hub added to the device's time.
    static final String OFFSET = "clockOffsetSeconds";

    /// IEEE 11073-10101 MDC_ATTR_TIME_ABS, _BO, _REL and _REL_HI_RES: the kinds of clock.
    private static final Set<String> KINDS = Set.of("67975", "68226", "67983", "68072");

    /// Whether an Observation is a coincident timestamp and no reading.
    public static boolean isIn(JsonNode resource) {
        for (JsonNode coding : resource.path("code").path("coding")) {
            if (coding.path("system").asText().equals(CodeTable.MDC)
                    && KINDS.contains(coding.path("code").asText())) {
                return true;
            }
        }
        return false;
    }

    /// Reads a coincident timestamp: `effective` is the hub's time, the value the device's.
    static Clock of(JsonNode observation) throws Fault {
        if (observation.has("valueDateTime")) {
            SentTime device = time(observation, "valueDateTime");
            return observation.has("effectiveDateTime")
                    ? new Clock(
                            true,
                            Duration.between(
                                    device.at(), time(observation, "effectiveDateTime").at()))
                    : UNSAID;
        }
        return observation.path("valueQuantity").isObject() ? UNSAID : UNREADABLE;
    }

    private static SentTime time(JsonNode observation, String field) throws Fault {
        return Fields.instant(Fields.text(observation, field, ""), field);
    }

    /// A reading's time by a device with this clock.
    public SentTime judge(SentTime sent) {
        return isReadable || sent.precision() != SentTime.Precision.INSTANT
                ? sent
                : new SentTime(sent.at(), sent.offsetMinutes(), SentTime.Precision.UNTRUSTED);
    }

    Map<String, String> context() {
        if (ahead == null) {
            return Map.of();
        }
        BigDecimal seconds =
                BigDecimal.valueOf(ahead.getSeconds())
                        .add(BigDecimal.valueOf(ahead.getNano(), 9))
                        .stripTrailingZeros();
        return Map.of(OFFSET, seconds.toPlainString());
    }
}
