package org.homeward.alert.stream.codec;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads what [StateOut] has written.
final class StateIn {
    private final ByteBuffer in;

    StateIn(byte[] bytes) {
        in = ByteBuffer.wrap(bytes);
    }

    boolean flag() {
        return in.get() != 0;
    }

    int small() {
        return Math.toIntExact(number());
    }

    long number() {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7F) << shift;
            shift += 7;
        } while (next < 0);
        return (value >>> 1) ^ -(value & 1);
    }

    String text() {
        byte[] bytes = new byte[small()];
        in.get(bytes);
        return new String(bytes, StandardCharsets.UTF_8);
    }

    UUID id() {
        long most = in.getLong();
        return new UUID(most, in.getLong());
    }

    Instant time() {
        long seconds = number();
        return Instant.ofEpochSecond(seconds, number());
    }

    BigDecimal decimal() {
        int scale = small();
        return new BigDecimal(BigInteger.valueOf(number()), scale);
    }

    <T> @Nullable T optional(Function<StateIn, T> reader) {
        return flag() ? reader.apply(this) : null;
    }

    <T> List<T> list(Function<StateIn, T> reader) {
        int size = small();
        List<T> items = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            items.add(reader.apply(this));
        }
        return items;
    }
}
