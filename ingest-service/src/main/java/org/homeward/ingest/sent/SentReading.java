package org.homeward.ingest.sent;

import java.util.HashMap;
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

    /// In the context: the hub by which it came. Nobody else's word is taken for it.
    public static final String RELAYED_BY = "relayedBy";

    public SentReading {
        components = List.copyOf(components);
        context = Map.copyOf(context);
    }

    /// The same with the hub by which it came.
    ///
    /// @param hub empty if it came by none
    public SentReading relayedBy(String hub) {
        if (hub.isEmpty() && !context.containsKey(RELAYED_BY)) {
            return this;
        }
        Map<String, String> said = new HashMap<>(context);
        said.remove(RELAYED_BY);
        if (!hub.isEmpty()) {
            said.put(RELAYED_BY, hub);
        }
        return new SentReading(index, messageId, code, value, components, time, sequence, said);
    }
}
