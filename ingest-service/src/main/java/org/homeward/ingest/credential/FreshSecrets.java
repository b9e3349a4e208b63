package org.homeward.ingest.credential;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import org.homeward.ingest.device.ClaimCode;
import org.homeward.ingest.device.DeviceToken;
import org.homeward.ingest.device.TokenHash;

/// Where secrets of devices come from. Each leaves once and is kept nowhere but by its hash.
@ApplicationScoped
public class FreshSecrets {
    private static final int TOKEN_BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    /// A token and what is kept of it.
    public record Token(String text, TokenHash hash) {}

    public Token token() {
        byte[] secret = new byte[TOKEN_BYTES];
        random.nextBytes(secret);
        String text = DeviceToken.of(secret);
        return new Token(text, DeviceToken.hash(text).orElseThrow());
    }

    ClaimCode claimCode() {
        return ClaimCode.of(random.ints(ClaimCode.RANDOM, 0, ClaimCode.SYMBOLS).toArray());
    }
}
