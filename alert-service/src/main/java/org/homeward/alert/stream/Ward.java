package org.homeward.alert.stream;

import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.homeward.alert.episode.AlertState;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.PatientState;
import org.homeward.alert.rule.DefaultPack;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rule.PatientPlan;
import org.homeward.alert.rule.Rulebook;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.jspecify.annotations.Nullable;

/// What is remembered about the patients of one partition.
///
/// `measures`: per patient and code, the last 24 samples (about 50 bytes each) and two states,
/// about 1.3 KB. `patients`: the open episode, technical alerts and the last handled ids, up to
/// about 1.2 KB. `plans`: each patient's plan as published, some hundred bytes. `timers`: one entry
/// of about 35 bytes per awaited repeat, ordered by due time, so that only due ones are looked at.
final class Ward {
    static final String MEASURES = "measures";
    static final String PATIENTS = "patients";
    static final String PLANS = "plans";
    static final String TIMERS = "timers";
    static final List<String> STORES = List.of(MEASURES, PATIENTS, PLANS, TIMERS);

    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> measures;
    private final KeyValueStore<Bytes, byte[]> patients;
    private final KeyValueStore<Bytes, byte[]> plans;
    private final KeyValueStore<Bytes, byte[]> timers;

    interface Open {
        KeyValueStore<Bytes, byte[]> store(String name);
    }

    Ward(Open open) {
        measures = open.store(MEASURES);
        patients = open.store(PATIENTS);
        plans = open.store(PLANS);
        timers = open.store(TIMERS);
    }

    MeasureState measure(UUID patient, String code) {
        return StateCodec.measure(measures.get(measureKey(patient, code)));
    }

    /// Keeps the state and sets or withdraws its timers.
    void keep(Measure measure, MeasureState before, MeasureState after) {
        if (before.equals(after)) {
            return;
        }
        for (Direction direction : Direction.values()) {
            Instant old = deadline(before, direction);
            Instant now = deadline(after, direction);
            if (old != null && !old.equals(now)) {
                timers.delete(timerKey(old, measure));
            }
            if (now != null && !now.equals(old)) {
                timers.put(timerKey(now, measure), PRESENT);
            }
        }
        measures.put(measureKey(measure.patient(), measure.code()), StateCodec.write(after));
    }

    PatientState patient(UUID patient) {
        return StateCodec.patient(patients.get(key(patient)));
    }

    void keep(UUID patient, PatientState state) {
        patients.put(key(patient), StateCodec.write(state));
    }

    @Nullable PatientPlan plan(UUID patient) {
        byte[] bytes = plans.get(key(patient));
        if (bytes == null) {
            return null;
        }
        try {
            return WirePlan.plan(MonitoringPlanPublished.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a plan that was kept can be read", e);
        }
    }

    void keepPlan(UUID patient, byte @Nullable [] published) {
        plans.put(key(patient), published);
    }

    Measure rules(UUID patient, String code, @Nullable PatientPlan plan) {
        return Measure.of(patient, code, new Rulebook(DefaultPack.standard(), plan));
    }

    /// The codes that something is remembered of.
    List<String> codes(UUID patient) {
        Bytes first = key(patient);
        Bytes last = measureKey(patient, "\u007f");
        List<String> codes = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = measures.range(first, last)) {
            range.forEachRemaining(
                    entry -> {
                        byte[] bytes = entry.key.get();
                        if (bytes.length > 16) {
                            codes.add(
                                    new String(
                                            bytes,
                                            16,
                                            bytes.length - 16,
                                            StandardCharsets.US_ASCII));
                        }
                    });
        }
        return codes;
    }

    /// A deadline that has passed.
    record Due(UUID patient, String code, Instant at, Bytes key) {}

    List<Due> due(Instant before) {
        byte[] upper = ByteBuffer.allocate(8).putLong(before.toEpochMilli()).array();
        List<Due> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = timers.range(null, Bytes.wrap(upper))) {
            range.forEachRemaining(entry -> due.add(due(entry.key)));
        }
        return due;
    }

    void withdraw(Due timer) {
        timers.delete(timer.key());
    }

    static ZoneId zone(@Nullable PatientPlan plan) {
        return plan == null ? ZoneOffset.UTC : plan.zone();
    }

    private static Due due(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        UUID patient = new UUID(bytes.getLong(), bytes.getLong());
        byte[] code = new byte[bytes.remaining()];
        bytes.get(code);
        return new Due(patient, new String(code, StandardCharsets.US_ASCII), at, key);
    }

    private static @Nullable Instant deadline(MeasureState state, Direction direction) {
        return state.watch(direction).state() instanceof AlertState.Confirming c
                ? c.deadline()
                : null;
    }

    /// Due time, rounded up to the millisecond, then patient and code. Only the direction of the
    /// newest sample waits for a repeat, so that a measure has one timer at most.
    private static Bytes timerKey(Instant deadline, Measure measure) {
        byte[] code = measure.code().getBytes(StandardCharsets.US_ASCII);
        long due = deadline.plus(Duration.ofNanos(999_999)).toEpochMilli();
        return Bytes.wrap(
                ByteBuffer.allocate(24 + code.length)
                        .putLong(due)
                        .putLong(measure.patient().getMostSignificantBits())
                        .putLong(measure.patient().getLeastSignificantBits())
                        .put(code)
                        .array());
    }

    private static Bytes key(UUID patient) {
        return Bytes.wrap(
                ByteBuffer.allocate(16)
                        .putLong(patient.getMostSignificantBits())
                        .putLong(patient.getLeastSignificantBits())
                        .array());
    }

    private static Bytes measureKey(UUID patient, String code) {
        byte[] ascii = code.getBytes(StandardCharsets.US_ASCII);
        return Bytes.wrap(
                ByteBuffer.allocate(16 + ascii.length).put(key(patient).get()).put(ascii).array());
    }
}
