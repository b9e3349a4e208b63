package org.homeward.ingest.kafka;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertPriority;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.ingest.correction.CriticalEvidence.Learnt;
import org.homeward.kit.kafka.UnreadableRecord;

/// Reads from `alerts` which readings critical alerts stand on.
final class AlertEvidence {
    private static final ObjectMapper JSON = new ObjectMapper();

    private AlertEvidence() {}

    /// Empty for what is not about a critical alert's evidence.
    static Optional<Learnt> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord {
        EventType type =
                EventType.of(record.headers())
                        .filter(t -> t.topic().equals(Topics.ALERTS))
                        .orElseThrow(() -> new UnreadableRecord("UNKNOWN_EVENT"));
        if (record.key() == null) {
            throw new UnreadableRecord("NO_KEY");
        }
        if (record.value() == null) {
            throw new UnreadableRecord("NO_VALUE");
        }
        try {
            return read(type.parse(record.value()));
        } catch (InvalidProtocolBufferException
                | JsonProcessingException
                | IllegalArgumentException e) {
            throw new UnreadableRecord("UNREADABLE");
        }
    }

    private static Optional<Learnt> read(Message event) throws JsonProcessingException {
        return switch (event) {
            case AlertRaised e when isCritical(e.getPriority()) ->
                    Optional.of(
                            learnt(
                                    e.getAlertId(),
                                    e.getPatientId(),
                                    readings(e.getEvidenceJson(), e.getOnsetId())));
            case AlertUpdated e when isCritical(e.getPriority()) ->
                    Optional.of(
                            learnt(
                                    e.getAlertId(),
                                    e.getPatientId(),
                                    readings(e.getEvidenceJson(), ByteString.EMPTY)));
            default -> Optional.empty();
        };
    }

    /// A priority that this version does not know may be worse than critical.
    private static boolean isCritical(AlertPriority priority) {
        return switch (priority) {
            case ALERT_PRIORITY_CRITICAL, ALERT_PRIORITY_UNSPECIFIED, UNRECOGNIZED -> true;
            case ALERT_PRIORITY_HIGH,
                    ALERT_PRIORITY_MEDIUM,
                    ALERT_PRIORITY_LOW,
                    ALERT_PRIORITY_TECHNICAL ->
                    false;
        };
    }

    private static Learnt learnt(ByteString alert, ByteString patient, Set<UUID> readings) {
        return new Learnt(Uuids.fromBytes(alert), Uuids.fromBytes(patient), readings);
    }

    private static Set<UUID> readings(String evidence, ByteString onset)
            throws JsonProcessingException {
        Set<UUID> out = new HashSet<>();
        if (onset.size() == 16) {
            out.add(Uuids.fromBytes(onset));
        }
        if (!evidence.isEmpty()) {
            for (JsonNode reading : JSON.readTree(evidence).path("readings")) {
                out.add(UUID.fromString(reading.path("id").asText()));
            }
        }
        return out;
    }
}
