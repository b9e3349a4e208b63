package org.homeward.ingest.device;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Optional;

/// A device's secret: 256 random bits as text. It is shown once and kept only as its SHA-256, which
/// is enough for a secret that nobody can guess and costs a microsecond a request.
public final class DeviceToken {
    private static final int BYTES = 32;
    private static final int TEXT_LENGTH = 43;

    private DeviceToken() {}

    /// A new token.
    ///
    /// @param random 32 bytes of a secure source
    public static String of(byte[] random) {
        if (random.length != BYTES) {
            throw new IllegalArgumentException("a token has " + BYTES + " bytes");
        }
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /// The stored form; empty if the text cannot be a token.
    public static Optional<TokenHash> hash(String token) {
        if (token.length() != TEXT_LENGTH) {
            return Optional.empty();
        }
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Optional.of(
                    new TokenHash(sha256.digest(token.getBytes(StandardCharsets.UTF_8))));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
