package org.homeward.alert.stream.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.UUID;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Writes the small things that state is made of, compactly: every reading writes one state.
final class StateOut {
    private static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final int LONGEST_NUMBER = 10;

    private byte[] written = new byte[2048];
    private int size;

    byte[] bytes() {
        return Arrays.copyOf(written, size);
    }

    void flag(boolean value) {
        room(1);
        written[size++] = (byte) (value ? 1 : 0);
    }

    void small(int value) {
        number(value);
    }

    /// Zigzag varint.
    void number(long value) {
        room(LONGEST_NUMBER);
        long rest = (value << 1) ^ (value >> 63);
        while ((rest & ~0x7FL) != 0) {
            written[size++] = (byte) ((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        written[size++] = (byte) rest;
    }

    void text(String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        room(bytes.length);
        System.arraycopy(bytes, 0, written, size, bytes.length);
        size += bytes.length;
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
        room(Long.BYTES);
        LONG.set(written, size, value);
        size += Long.BYTES;
    }

    private void room(int more) {
        if (written.length - size < more) {
            written = Arrays.copyOf(written, Math.max(2 * written.length, size + more));
        }
    }
}
