package org.homeward.alert.stream.codec;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes the small things that state is made of, compactly: every reading writes one state.
final class StateOut {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(512);

    byte[] bytes() {
        return out.toByteArray();
    }

    void flag(boolean value) {
        out.write(value ? 1 : 0);
    }

    void small(int value) {
        number(value);
    }

    /// Zigzag varint.
    void number(long value) {
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            out.write((int) ((rest & 0x7F) | 0x80));
            rest >>>= 7;
        }
        out.write((int) rest);
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        out.writeBytes(bytes);
    }

    void id(UUID id) {
        fixed(id.getMostSignificantBits());
        fixed(id.getLeastSignificantBits());
    }

    void time(Instant time) {
        number(time.getEpochSecond());
        number(time.getNano());
    }

    void decimal(BigDecimal value) {
        number(value.scale());
        number(value.unscaledValue().longValueExact());
    }

    <T> void optional(@Nullable T value, BiConsumer<StateOut, T> writer) {
        flag(value != null);
        if (value != null) {
            writer.accept(this, value);
        }
    }

    <T> void list(Collection<T> items, BiConsumer<StateOut, T> writer) {
        number(items.size());
        items.forEach(item -> writer.accept(this, item));
    }

    private void fixed(long value) {
        for (int shift = 56; shift >= 0; shift -= 8) {
            out.write((int) (value >>> shift));
        }
    }
}
