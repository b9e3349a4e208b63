package org.homeward.ingest.credential;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.homeward.ingest.IngestConfig;
import org.homeward.ingest.device.ClaimCode;
import org.homeward.ingest.device.TokenHash;

/// The key that claim codes are hashed with. It is in no database: who has the table alone can try
/// no code on it.
@ApplicationScoped
public class ClaimKey {
    private static final int BYTES = 32;
    private static final String HMAC = "HmacSHA256";

    private final Optional<SecretKeySpec> key;

    @Inject
    ClaimKey(IngestConfig config) {
        this.key =
                config.claim()
                        .keyFile()
                        .filter(file -> !file.isBlank())
                        .map(file -> new SecretKeySpec(read(Path.of(file)), HMAC));
    }

    /// A key that cannot be read is seen when the service starts, not when somebody claims.
    void start(@Observes StartupEvent event) {}

    /// What is kept of a code; empty if there is no key.
    Optional<TokenHash> hash(ClaimCode code) {
        return key.map(k -> hash(k, code));
    }

    private static TokenHash hash(SecretKeySpec key, ClaimCode code) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return new TokenHash(mac.doFinal(code.bytes()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    private static byte[] read(Path file) {
        try {
            byte[] content = Files.readAllBytes(file);
            byte[] decoded = content.length == BYTES ? content : decoded(content);
            if (decoded.length == BYTES) {
                return decoded;
            }
        } catch (IOException | IllegalArgumentException e) {
            throw unusable(e.getClass().getSimpleName());
        }
        throw unusable("another length");
    }

    private static byte[] decoded(byte[] content) {
        String text = new String(content, StandardCharsets.ISO_8859_1).strip();
        return text.length() == 2 * BYTES
                ? HexFormat.of().parseHex(text)
                : Base64.getDecoder().decode(text);
    }

    private static IllegalStateException unusable(String cause) {
        return new IllegalStateException(
                "homeward.ingest.claim.key-file must hold a key of 32 bytes: " + cause);
    }
}
