package org.homeward.simulator.bench.load;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Bodies of posts, oldest reading first, as a device empties its buffer. The last one carries the
/// marker code and, as its measured time, the instant at which the post was due; the others are
/// measured a tenth of a millisecond earlier each, so that the next post's are not among them. So
/// the time from device to store can be read from the stored reading itself.
public final class Payloads {
    /// The code of the reading that tells the time.
    public static final String MARKER = "8867-4";

    private static final String OTHER = "9279-1";

    private Payloads() {}

    /// The value of the marker reading: 72, or 120, which the bench's alarm plan does not allow.
    public static int pulse(boolean alarm) {
        return alarm ? 120 : 72;
    }

    public static Buffer json(long dueMillis, int readings, boolean alarm) {
        StringBuilder text = new StringBuilder(40 + readings * 100).append("{\"readings\":[");
        for (int i = readings - 1; i >= 0; i--) {
            text.append(i == readings - 1 ? "" : ",")
                    .append("{\"code\":\"")
                    .append(i == 0 ? MARKER : OTHER)
                    .append("\",\"value\":")
                    .append(i == 0 ? pulse(alarm) : 16)
                    .append(",\"unit\":\"/min\",\"takenAt\":\"")
                    .append(measured(dueMillis, i))
                    .append("\"}");
        }
        return Buffer.buffer(text.append("]}").toString());
    }

    public static Buffer observation(long dueMillis) {
        return Buffer.buffer(observation(dueMillis, 0));
    }

    public static Buffer bundle(long dueMillis, int readings) {
        StringBuilder text =
                new StringBuilder(100 + readings * 500)
                        .append("{\"resourceType\":\"Bundle\",\"type\":\"batch\",\"entry\":[");
        for (int i = readings - 1; i >= 0; i--) {
            text.append(i == readings - 1 ? "" : ",")
                    .append("{\"resource\":")
                    .append(observation(dueMillis, i))
                    .append(",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}");
        }
        return Buffer.buffer(text.append("]}").toString());
    }

    private static String observation(long dueMillis, int i) {
        return """
        {"resourceType":"Observation","status":"final","category":[{"coding":[{"system":\
        "http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}]}],\
        "code":{"coding":[{"system":"http://loinc.org","code":"%s"}]},"effectiveDateTime":"%s",\
        "valueQuantity":{"value":%d,"unit":"/min","system":"http://unitsofmeasure.org",\
        "code":"/min"}}"""
                .formatted(
                        i == 0 ? MARKER : OTHER,
                        measured(dueMillis, i),
                        i == 0 ? pulse(false) : 16);
    }

    private static Instant measured(long dueMillis, int i) {
        return Instant.ofEpochMilli(dueMillis).minus(i * 100L, ChronoUnit.MICROS);
    }
}
