package org.homeward.followup.crypt;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// The key above all others. Two keys are derived from it, so that neither use weakens the other.
///
/// @param wrapping wraps data keys
/// @param indexing keys the blind indexes
record MasterKey(SecretKey wrapping, SecretKey indexing) {
    static final int BYTES = 32;

    /// Reads 32 bytes, raw or as Base64 or hexadecimal text.
    ///
    /// @throws IllegalStateException if there is no such file or it holds no such key
    static MasterKey read(Optional<String> file) {
        Path path =
                Path.of(
                        file.filter(f -> !f.isBlank())
                                .orElseThrow(
                                        () ->
                                                new IllegalStateException(
                                                        "homeward.followup.master-key-file is not"
                                                                + " set")));
        try {
            return of(decoded(Files.readAllBytes(path)));
        } catch (IOException e) {
            throw new IllegalStateException(
                    "homeward.followup.master-key-file cannot be read: "
                            + e.getClass().getSimpleName());
        }
    }

    static MasterKey of(byte[] key) {
        if (key.length != BYTES) {
            throw new IllegalStateException(
                    "homeward.followup.master-key-file must hold a key of 32 bytes, not "
                            + key.length);
        }
        return new MasterKey(derived(key, "wrap", "AES"), derived(key, "index", "HmacSHA256"));
    }

    @Override
    public String toString() {
        return "MasterKey[hidden]";
    }

    private static byte[] decoded(byte[] content) {
        if (content.length == BYTES) {
            return content;
        }
        String text = new String(content, StandardCharsets.ISO_8859_1).strip();
        try {
            return text.length() == 2 * BYTES
                    ? HexFormat.of().parseHex(text)
                    : Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            return content;
        }
    }

    private static SecretKey derived(byte[] key, String use, String algorithm) {
        Mac mac = Primitives.hmac(new SecretKeySpec(key, "HmacSHA256"));
        byte[] derived = mac.doFinal(("homeward/" + use).getBytes(StandardCharsets.US_ASCII));
        return new SecretKeySpec(derived, algorithm);
    }
}
