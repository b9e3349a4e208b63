package org.homeward.ingest.reading;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.events.Era;
import org.homeward.events.Uuids;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.SentValue;
import org.jspecify.annotations.Nullable;

/// Something that a known device sent and that does not become a reading, kept with its reason. Its
/// texts hold no NUL, which no store of ours takes.
///
/// @param index the position in its request; null when the whole body is refused
/// @param bestEffort whether it was sent without a promise that what is lost is sent again
/// @param relayedBy the hub that sent it for the device; null if the device sent itself
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
        Instant received,
        boolean bestEffort,
        @Nullable UUID relayedBy) {

    /// The reason when a credential comes with another device's id.
    public static final String OTHER_DEVICE = "OTHER_DEVICE";

    /// The reason when a hub names a device that it does not act for.
    public static final String NOT_AUTHORISED_FOR_DEVICE = "NOT_AUTHORISED_FOR_DEVICE";

    /// The reason of what a consumer of a topic could not handle.
    public static final String DEAD_LETTER = "DEAD_LETTER";

    /// What is kept of what was sent.
    public static final int MOST_BYTES = 64 * 1024;

    private static final int MOST_DETAILS = 10;

    public Refusal {
        Era.check(received);
        reasons = reasons.stream().map(reason -> reason.replace("\0", "")).toList();
        detail = detail.replace("\0", "");
        payloadType = payloadType.replace("\0", "");
        truncated = truncated || payload.length > MOST_BYTES;
        payload = payload.length > MOST_BYTES ? Arrays.copyOf(payload, MOST_BYTES) : payload;
    }

    /// Why something is refused.
    public record Reason(String code, String detail, @Nullable Integer index) {}

    /// A part of a body, and why it is refused.
    @SuppressWarnings("ArrayRecordComponent")
    public record Part(Reason reason, byte[] payload) {}

    /// What was sent: where it came from and what it was.
    ///
    /// @param deviceId the device that measured
    /// @param relayedBy the hub that sent it for the device; null if it sent itself
    /// @param bestEffort whether it was sent without a promise that what is lost is sent again
    @SuppressWarnings("ArrayRecordComponent")
    public record Sent(
            UUID deviceId,
            Path path,
            String type,
            byte[] body,
            Instant received,
            @Nullable UUID relayedBy,
            boolean bestEffort) {

        public Sent(UUID deviceId, Path path, String type, byte[] body, Instant received) {
            this(deviceId, path, type, body, received, null, false);
        }

        /// The same, with or without a promise.
        public Sent bestEffort(boolean is) {
            return new Sent(deviceId, path, type, body, received, relayedBy, is);
        }

        /// A part of it.
        public Sent part(byte[] part) {
            return new Sent(deviceId, path, type, part, received, relayedBy, bestEffort);
        }

        /// The same, or a part of it, as another device's that the sender acts for.
        public Sent relayedFor(UUID device, byte[] part) {
            return new Sent(device, path, type, part, received, deviceId, bestEffort);
        }

        /// The same in another media type.
        public Sent as(String other) {
            return new Sent(deviceId, path, other, body, received, relayedBy, bestEffort);
        }

        /// The same, as a hub had sent it.
        public Sent relayedBy(@Nullable UUID hub) {
            return new Sent(deviceId, path, type, body, received, hub, bestEffort);
        }
    }

    /// A refusal whose id follows from the device, the body and the position, so that a repetition
    /// is kept once.
    ///
    /// @param payload the part of the body that is refused
    public static Refusal of(Sent sent, Reason reason, byte[] payload) {
        return of(sent, sha256(sent.body()), reason, payload);
    }

    /// Refusals of parts of one body, which is hashed once however many they are.
    public static List<Refusal> ofParts(Sent sent, List<Part> parts) {
        String hash = sha256(sent.body());
        return parts.stream().map(p -> of(sent, hash, p.reason(), p.payload())).toList();
    }

    /// A refusal of a whole body for what is wrong with some of it.
    public static Refusal ofWhole(Sent sent, List<Reason> reasons) {
        String details =
                reasons.stream()
                        .limit(MOST_DETAILS)
                        .map(Reason::detail)
                        .collect(Collectors.joining("; "));
        int more = reasons.size() - MOST_DETAILS;
        return new Refusal(
                Uuids.v5(sent.deviceId(), "refusal", sha256(sent.body()), ""),
                sent.deviceId(),
                reasons.stream().map(Reason::code).distinct().toList(),
                more > 0 ? details + "; and " + more + " more" : details,
                null,
                sent.path(),
                sent.type(),
                sent.body(),
                false,
                sent.received(),
                sent.bestEffort(),
                sent.relayedBy());
    }

    private static Refusal of(Sent sent, String hash, Reason reason, byte[] payload) {
        String position = reason.index() == null ? "" : reason.index().toString();
        return new Refusal(
                Uuids.v5(sent.deviceId(), "refusal", hash, position),
                sent.deviceId(),
                List.of(reason.code()),
                reason.detail(),
                reason.index(),
                sent.path(),
                sent.type(),
                payload,
                false,
                sent.received(),
                sent.bestEffort(),
                sent.relayedBy());
    }

    /// A refusal of what is too large to be kept: its beginning tells a repetition, and nothing of
    /// it stays.
    public static Refusal withoutPayload(Sent start, Reason reason) {
        return new Refusal(
                Uuids.v5(start.deviceId(), "refusal", sha256(start.body()), reason.code()),
                start.deviceId(),
                List.of(reason.code()),
                reason.detail(),
                reason.index(),
                start.path(),
                start.type(),
                new byte[0],
                true,
                start.received(),
                start.bestEffort(),
                start.relayedBy());
    }

    /// A refusal of what the log holds, which has the payload itself: it is described, not copied.
    public static Refusal of(Arrival arrival, String code, String detail) {
        byte[] described = describe(arrival).getBytes(StandardCharsets.UTF_8);
        Sent sent =
                new Sent(
                        arrival.deviceId(),
                        arrival.path(),
                        "text/plain",
                        described,
                        arrival.received());
        return of(sent, new Reason(code, detail, arrival.sent().index()), described);
    }

    private static String describe(Arrival arrival) {
        StringBuilder text = new StringBuilder();
        text.append(arrival.id()).append(' ').append(arrival.sent().time().at());
        text.append(' ').append(arrival.sent().code().value());
        append(text, arrival.sent().value());
        arrival.sent()
                .components()
                .forEach(
                        c -> {
                            text.append(' ').append(c.code().value());
                            append(text, c.value());
                        });
        return text.toString();
    }

    private static void append(StringBuilder text, SentValue value) {
        switch (value) {
            case SentValue.Amount a ->
                    text.append('=').append(a.value().toPlainString()).append(a.unit());
            case SentValue.Marked m -> text.append('=').append(m.special().word());
            case SentValue.Panel _ -> {}
        }
    }

    private static String sha256(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
