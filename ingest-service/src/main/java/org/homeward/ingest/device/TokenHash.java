package org.homeward.ingest.device;

import java.nio.ByteBuffer;

/// The SHA-256 of a token, comparable and usable as a key.
public record TokenHash(long a, long b, long c, long d) {
    TokenHash(byte[] hash) {
        this(ByteBuffer.wrap(hash));
    }

    private TokenHash(ByteBuffer bytes) {
        this(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(32).putLong(a).putLong(b).putLong(c).putLong(d).array();
    }
}
