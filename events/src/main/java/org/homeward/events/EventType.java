package org.homeward.events;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.homeward.events.v1.AccessAudited;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertAssigned;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertReleased;
import org.homeward.events.v1.AlertResolved;
import org.homeward.events.v1.AlertSnoozed;
import org.homeward.events.v1.AlertSourceChanged;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.events.v1.CarePlanChanged;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.PatientChanged;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingRejected;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.events.v1.RulePackReleased;
import org.homeward.events.v1.ShareChanged;
import org.homeward.events.v1.TaskChanged;
import org.homeward.events.v1.TaskCompleted;
import org.homeward.events.v1.TaskOpened;
import org.homeward.events.v1.TeamChanged;
import org.homeward.events.v1.TelemetryReceived;

/// Every event's name on the wire and the topics it travels on. The name goes into the `ce_type`
/// header (CloudEvents 1.0, Kafka binding); a reader takes the parser from here. A changed meaning
/// is a new constant, never an edited one.
public enum EventType {
    TELEMETRY_RECEIVED(TelemetryReceived.getDefaultInstance(), Topics.TELEMETRY),
    READING_REJECTED(ReadingRejected.getDefaultInstance(), Topics.READINGS_REJECTED),
    READING_RECORDED(ReadingRecorded.getDefaultInstance(), Topics.READINGS),
    READING_VOIDED(ReadingVoided.getDefaultInstance(), Topics.READINGS),
    DEVICE_EVENT(DeviceEvent.getDefaultInstance(), Topics.DEVICE_EVENTS),
    MONITORING_PLAN_PUBLISHED(
            MonitoringPlanPublished.getDefaultInstance(), Topics.MONITORING_PLANS),
    RULE_PACK_RELEASED(RulePackReleased.getDefaultInstance(), Topics.RULE_RELEASES),
    ALERT_RAISED(AlertRaised.getDefaultInstance(), Topics.ALERTS),
    ALERT_UPDATED(AlertUpdated.getDefaultInstance(), Topics.ALERTS),
    ALERT_CLEARED(AlertCleared.getDefaultInstance(), Topics.ALERTS),
    ALERT_ACTION_TAKEN(AlertActionTaken.getDefaultInstance(), Topics.ALERT_ACTIONS),
    ALERT_ACKNOWLEDGED(AlertAcknowledged.getDefaultInstance(), Topics.ALERTS),
    ALERT_ASSIGNED(AlertAssigned.getDefaultInstance(), Topics.ALERTS),
    ALERT_SNOOZED(AlertSnoozed.getDefaultInstance(), Topics.ALERTS),
    ALERT_RESOLVED(AlertResolved.getDefaultInstance(), Topics.ALERTS),
    ALERT_RELEASED(AlertReleased.getDefaultInstance(), Topics.ALERTS),
    ALERT_SOURCE_CHANGED(AlertSourceChanged.getDefaultInstance(), Topics.ALERTS),
    CARE_TEAM_CHANGED(CareTeamChanged.getDefaultInstance(), Topics.CARE_TEAMS),
    TEAM_CHANGED(TeamChanged.getDefaultInstance(), Topics.TEAMS),
    TASK_OPENED(TaskOpened.getDefaultInstance(), Topics.FOLLOW_UPS),
    TASK_CHANGED(TaskChanged.getDefaultInstance(), Topics.FOLLOW_UPS),
    TASK_COMPLETED(TaskCompleted.getDefaultInstance(), Topics.FOLLOW_UPS),
    CARE_PLAN_CHANGED(CarePlanChanged.getDefaultInstance(), Topics.FOLLOW_UPS),
    PATIENT_CHANGED(PatientChanged.getDefaultInstance(), Topics.FOLLOW_UPS),
    SHARE_CHANGED(ShareChanged.getDefaultInstance(), Topics.FOLLOW_UPS),
    ACCESS_AUDITED(AccessAudited.getDefaultInstance(), Topics.AUDIT);

    public static final String TYPE_HEADER = "ce_type";
    public static final String ID_HEADER = "ce_id";
    public static final String SOURCE_HEADER = "ce_source";
    public static final String TIME_HEADER = "ce_time";
    public static final String VERSION_HEADER = "ce_specversion";

    private static final byte[] CLOUD_EVENTS = "1.0".getBytes(StandardCharsets.US_ASCII);

    private final Message prototype;
    private final String topic;
    private final byte[] nameBytes;

    EventType(Message prototype, String topic) {
        this.prototype = prototype;
        this.topic = topic;
        this.nameBytes = wireName().getBytes(StandardCharsets.US_ASCII);
    }

    /// The name in the `ce_type` header, such as `ReadingRecorded`.
    public String wireName() {
        return prototype.getDescriptorForType().getName();
    }

    public String topic() {
        return topic;
    }

    public Parser<? extends Message> parser() {
        return prototype.getParserForType();
    }

    public Message prototype() {
        return prototype;
    }

    public Message parse(byte[] value) throws InvalidProtocolBufferException {
        return parser().parseFrom(value);
    }

    /// The CloudEvents attributes of one event.
    ///
    /// @param source the service, such as `/homeward/ingest-service`
    public List<Header> headers(UUID id, String source, Instant time) {
        return List.of(
                new RecordHeader(TYPE_HEADER, nameBytes),
                header(ID_HEADER, id.toString()),
                header(SOURCE_HEADER, source),
                header(TIME_HEADER, time.toString()),
                new RecordHeader(VERSION_HEADER, CLOUD_EVENTS));
    }

    /// The type named in a record's headers; empty if there is none or this version of the contract
    /// does not know it.
    public static Optional<EventType> of(Headers headers) {
        Header header = headers.lastHeader(TYPE_HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        for (EventType type : TYPES) {
            if (Arrays.equals(type.nameBytes, header.value())) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    public static Optional<EventType> named(String wireName) {
        return Arrays.stream(TYPES).filter(t -> t.wireName().equals(wireName)).findFirst();
    }

    private static final EventType[] TYPES = values();

    private static Header header(String key, String value) {
        return new RecordHeader(key, value.getBytes(StandardCharsets.US_ASCII));
    }
}
