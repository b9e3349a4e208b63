package org.homeward.ingest.sent;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One reading exactly as a device sent it, decoded and otherwise untouched.
///
/// @param index the position in its request, for verdicts
/// @param messageId the device's own id of it; empty if it sent none
/// @param sequence tells readings of the same instant apart, for devices without message ids
public record SentReading(
        int index,
        String messageId,
        SentCode code,
        SentValue value,
        List<SentComponent> components,
        SentTime time,
        @Nullable Long sequence,
        Map<String, String> context) {

    public SentReading {
        components = List.copyOf(components);
        context = Map.copyOf(context);
    }
}
