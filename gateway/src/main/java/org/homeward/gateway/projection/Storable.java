package org.homeward.gateway.projection;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import java.util.Collection;
import java.util.Map;
import org.homeward.events.v1.ReadingRecorded;
import org.jspecify.annotations.Nullable;

/// Finds in a message what no store of ours could hold. Without it such a record is found out where
/// it is written, together with those that came with it. Of a reading, which are many, only its
/// time is kept here, and only that is looked at.
final class Storable {
    /// The years 1 to 9999, which is all that a Timestamp may say.
    private static final long FIRST = -62_135_596_800L;

    private static final long LAST = 253_402_300_799L;
    private static final int NANOS = 1_000_000_000;

    private Storable() {}

    /// The reason why it cannot be held; null when it can.
    static @Nullable String fault(Message message) {
        return of(message instanceof ReadingRecorded r ? r.getMeasuredAt() : message);
    }

    private static @Nullable String of(Message message) {
        if (message instanceof Timestamp time) {
            return isTime(time) ? null : "TIME_OUT_OF_RANGE";
        }
        for (Map.Entry<FieldDescriptor, Object> field : message.getAllFields().entrySet()) {
            String fault = ofValue(field.getValue());
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static @Nullable String ofValue(Object value) {
        return switch (value) {
            case String text -> text.indexOf('\0') < 0 ? null : "TEXT_HOLDS_NUL";
            case Message part -> of(part);
            case Collection<?> parts -> ofAny(parts);
            default -> null;
        };
    }

    private static @Nullable String ofAny(Collection<?> parts) {
        for (Object part : parts) {
            String fault = ofValue(part);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }

    private static boolean isTime(Timestamp time) {
        return time.getSeconds() >= FIRST
                && time.getSeconds() <= LAST
                && time.getNanos() >= 0
                && time.getNanos() < NANOS;
    }
}
