package org.homeward.ingest;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.homeward.events.Uuids;
import org.homeward.ingest.sent.Path;
import org.jspecify.annotations.Nullable;

/// Something that a known device sent and that does not become a reading, kept with its reason.
///
/// @param index the position in its request; null when the whole body is refused
@SuppressWarnings("ArrayRecordComponent") // bytes that pass through, never compared
public record Refusal(
        UUID id,
        @Nullable UUID deviceId,
        List<String> reasons,
        String detail,
        @Nullable Integer index,
        @Nullable Path path,
        String payloadType,
        byte[] payload,
        boolean truncated,
        Instant received) {

    private static final int MOST_BYTES = 64 * 1024;

    public Refusal {
        reasons = List.copyOf(reasons);
        truncated = truncated || payload.length > MOST_BYTES;
        payload = payload.length > MOST_BYTES ? Arrays.copyOf(payload, MOST_BYTES) : payload;
    }

    /// Why something is refused.
    public record Reason(String code, String detail, @Nullable Integer index) {}

    /// What is refused: where it came from and what it was.
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(UUID deviceId, Path path, String type, byte[] body, Instant received) {}

    /// A refusal whose id follows from the device, the body and the position, so that a repetition
    /// is kept once.
    ///
    /// @param payload the part of the body that is refused
    public static Refusal of(Sent sent, Reason reason, byte[] payload) {
        String position = reason.index() == null ? "" : reason.index().toString();
        return new Refusal(
                Uuids.v5(sent.deviceId(), "refusal", sha256(sent.body()), position),
                sent.deviceId(),
                List.of(reason.code()),
                reason.detail(),
                reason.index(),
                sent.path(),
                sent.type(),
                payload,
                false,
                sent.received());
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
