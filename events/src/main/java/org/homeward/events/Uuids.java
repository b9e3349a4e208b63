package org.homeward.events;

import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/// Deterministic identities (UUIDv5, RFC 9562 section 5.5) and their form on the wire. Two services
/// that meet the same fact give it the same id; that is what makes every hop safe to repeat.
public final class Uuids {
    private static final char SEPARATOR = '\u001f';

    private Uuids() {}

    /// The UUIDv5 of the parts within a namespace. Parts are joined by the ASCII unit separator, so
    /// that `("ab","c")` and `("a","bc")` differ.
    public static UUID v5(UUID namespace, String... parts) {
        MessageDigest sha1 = sha1();
        sha1.update(toArray(namespace));
        sha1.update(String.join(String.valueOf(SEPARATOR), parts).getBytes(StandardCharsets.UTF_8));
        ByteBuffer digest = ByteBuffer.wrap(sha1.digest());
        long most = digest.getLong() & ~0xF000L | 0x5000L;
        long least = digest.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L;
        return new UUID(most, least);
    }

    /// The 16 bytes of a UUID, most significant first.
    public static ByteString toBytes(UUID id) {
        return ByteString.copyFrom(toArray(id));
    }

    /// The UUID of 16 bytes.
    ///
    /// @throws IllegalArgumentException if there are not exactly 16
    public static UUID fromBytes(ByteString bytes) {
        if (bytes.size() != 16) {
            throw new IllegalArgumentException("a UUID has 16 bytes, not " + bytes.size());
        }
        ByteBuffer buffer = bytes.asReadOnlyByteBuffer();
        return new UUID(buffer.getLong(), buffer.getLong());
    }

    /// The key of a record about this entity: the UUID as text, so that any Kafka tool can read it.
    public static byte[] toKey(UUID id) {
        return id.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] toArray(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha1() {
        try {
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
