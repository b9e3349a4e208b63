package org.homeward.alert.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.homeward.events.Topics;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.DeviceEvent;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.jspecify.annotations.Nullable;

/// Reads each record, hands it to the desk concerned, and wakes deadlines.
///
/// A deadline is carried out when the readings have passed it, or, where none arrive, when the wall
/// clock has: a backlog after an outage must not fire deadlines whose repeat lies further back in
/// it. After a start the quiet counts from the first tick, which comes when the state is back. The
/// clock ticks while a repeat is awaited: each tick costs a commit, also where nothing was read.
final class AlertProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    static final Duration TICK = Duration.ofSeconds(1);
    static final Duration IDLE = Duration.ofSeconds(2);

    /// How long a repeat may be on its way from the edge.
    static final Duration ON_ITS_WAY = Duration.ofSeconds(5);

    private final Evaluation evaluation;
    private ProcessorContext<byte[], byte[]> context;
    private Ward ward;
    private PatientDesk patients;
    private StaffDesk staff;
    private Instant readingsTime = Instant.EPOCH;
    private @Nullable Instant quietSince;
    private @Nullable Cancellable clock;

    @SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
    AlertProcessor(Evaluation evaluation) {
        this.evaluation = evaluation;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> streams) {
        context = streams;
        ward = new Ward(streams.getStateStore(Ward.STORE), this::startClock);
        Bulletin bulletin = new Bulletin(streams, ward);
        patients = new PatientDesk(ward, bulletin, evaluation);
        staff = new StaffDesk(ward, bulletin, patients);
        startClock();
    }

    private void startClock() {
        if (clock == null) {
            clock =
                    context.schedule(
                            TICK, PunctuationType.WALL_CLOCK_TIME, _ -> carryOutDeadlines());
        }
    }

    private void stopClock() {
        if (clock != null) {
            clock.cancel();
            clock = null;
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        String topic = context.recordMetadata().map(RecordMetadata::topic).orElse("");
        quietSince = wall();
        try {
            if (topic.equals(Topics.MONITORING_PLANS) && record.value() == null) {
                ward.keepPlan(Incoming.key(record), null);
                return;
            }
            Incoming incoming = Incoming.of(topic, record);
            handle(incoming);
            if (topic.equals(Topics.READINGS) && incoming.at().isAfter(readingsTime)) {
                readingsTime = incoming.at();
            }
        } catch (Unreadable e) {
            deadLetter(record, e);
        }
    }

    private void handle(Incoming incoming) {
        UUID key = incoming.key();
        Instant at = incoming.at();
        switch (incoming.event()) {
            case ReadingRecorded e -> patients.recorded(key, e, at);
            case ReadingVoided e -> patients.voided(key, e, at);
            case MonitoringPlanPublished e -> patients.planned(key, e, at);
            case DeviceEvent e -> staff.deviceEvent(key, e, at);
            case AlertActionTaken e -> staff.action(key, e, at);
            default -> throw new IllegalStateException("an event that Incoming does not give");
        }
    }

    private void carryOutDeadlines() {
        Instant now = wall();
        if (quietSince == null) {
            quietSince = now;
        }
        boolean idle = !quietSince.plus(IDLE).isAfter(now);
        Instant reached = idle && now.isAfter(readingsTime) ? now : readingsTime;
        ward.due(reached.minus(ON_ITS_WAY)).forEach(patients::due);
        if (!ward.awaitsRepeats()) {
            stopClock();
        }
    }

    private void deadLetter(Record<byte[], byte[]> record, Unreadable reason) {
        Headers headers = new RecordHeaders(record.headers());
        RecordMetadata from = context.recordMetadata().orElseThrow();
        header(headers, "topic", from.topic());
        header(headers, "partition", Integer.toString(from.partition()));
        header(headers, "offset", Long.toString(from.offset()));
        header(headers, "error-class", String.valueOf(reason.getMessage()));
        context.forward(record.withHeaders(headers), AlertTopology.DEAD_LETTERS_SINK);
    }

    private static void header(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private Instant wall() {
        return Instant.ofEpochMilli(context.currentSystemTimeMs());
    }
}
