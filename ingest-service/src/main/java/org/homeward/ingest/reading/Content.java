package org.homeward.ingest.reading;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentValue;

/// A hash of what a reading says, 32 bits long: the same id with another hash is a conflict. 72 and
/// 72.0 say the same.
final class Content {
    private Content() {}

    static long hash(SentReading sent) {
        StringBuilder text = new StringBuilder(96);
        text.append(sent.time().at()).append('|');
        append(text, sent.code(), sent.value());
        sent.components().forEach(c -> append(text, c.code(), c.value()));
        return ByteBuffer.wrap(sha256(text.toString())).getInt();
    }

    private static void append(StringBuilder text, SentCode code, SentValue value) {
        text.append(code.value()).append('=');
        switch (value) {
            case SentValue.Amount amount ->
                    text.append(amount.value().stripTrailingZeros()).append(amount.unit());
            case SentValue.Marked marked -> text.append(marked.special().word());
            case SentValue.Panel _ -> text.append('-');
        }
        text.append('|');
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
