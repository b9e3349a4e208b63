package org.homeward.ingest.device;

import java.nio.ByteBuffer;

/// The hash of a secret, 32 bytes, comparable and usable as a key.
public record TokenHash(long a, long b, long c, long d) {
    public TokenHash(byte[] hash) {
        this(ByteBuffer.wrap(hash));
    }

    private TokenHash(ByteBuffer bytes) {
        this(bytes.getLong(), bytes.getLong(), bytes.getLong(), bytes.getLong());
    }

    public byte[] toBytes() {
        return ByteBuffer.allocate(32).putLong(a).putLong(b).putLong(c).putLong(d).array();
    }
}
