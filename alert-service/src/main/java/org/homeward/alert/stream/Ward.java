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
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.homeward.alert.episode.AlertState;
import org.homeward.alert.episode.Measure;
import org.homeward.alert.episode.MeasureState;
import org.homeward.alert.episode.PatientState;
import org.homeward.alert.rule.Direction;
import org.homeward.alert.rulebook.DefaultPack;
import org.homeward.alert.rulebook.PatientPlan;
import org.homeward.alert.rulebook.Rulebook;
import org.homeward.alert.stream.codec.StateCodec;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.jspecify.annotations.Nullable;

/// What is remembered about the patients of one partition: one store, whose keys start with the
/// kind of what they hold. One store has one changelog, and each commit of a transaction costs the
/// broker something for every partition it has written to.
///
/// `M` per patient and code: the last 24 samples (about 50 bytes each) and two states, about 1.3
/// KB. `P` per patient with an alert so far: the open episode, technical alerts and the last
/// handled ids, up to about 1.2 KB. `L` per patient: the plan as published, some hundred bytes. `T`
/// per awaited repeat: about 35 bytes, ordered by due time, so that only due ones are looked at.
final class Ward {
    static final String STORE = "ward";

    private static final byte MEASURE = 'M';
    private static final byte PATIENT = 'P';
    private static final byte PLAN = 'L';
    private static final byte TIMER = 'T';
    private static final int CODE_AT = 17;
    private static final byte[] PRESENT = {1};

    private final KeyValueStore<Bytes, byte[]> store;

    /// A task has one partition of twelve. A measure takes some 6 KB when it is read (24 samples of
    /// 250 bytes), so these are at most 400 KB a task and 5 MB for all.
    private final Recent<Bytes, MeasureState> measures = new Recent<>(64);

    /// A plan takes some 500 bytes for each threshold, and 100 where there is none: with four
    /// thresholds 1 MB a task and 12 MB for all, which are 6 144 patients.
    private final Recent<UUID, Optional<PatientPlan>> plans = new Recent<>(512);

    private final Runnable timerSet;

    /// @param timerSet is called when a repeat is awaited
    Ward(KeyValueStore<Bytes, byte[]> store, Runnable timerSet) {
        this.store = store;
        this.timerSet = timerSet;
    }

    MeasureState measure(UUID patient, String code) {
        return measures.get(measureKey(patient, code), key -> StateCodec.measure(store.get(key)));
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
                store.delete(timerKey(old, measure));
            }
            if (now != null && !now.equals(old)) {
                store.put(timerKey(now, measure), PRESENT);
                timerSet.run();
            }
        }
        Bytes key = measureKey(measure.patient(), measure.code());
        store.put(key, StateCodec.write(after));
        measures.put(key, after);
    }

    PatientState patient(UUID patient) {
        return StateCodec.patient(store.get(key(PATIENT, patient)));
    }

    void keep(UUID patient, PatientState state) {
        store.put(key(PATIENT, patient), StateCodec.write(state));
    }

    @Nullable PatientPlan plan(UUID patient) {
        return plans.get(patient, this::readPlan).orElse(null);
    }

    private Optional<PatientPlan> readPlan(UUID patient) {
        byte[] bytes = store.get(key(PLAN, patient));
        if (bytes == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(WirePlan.plan(MonitoringPlanPublished.parseFrom(bytes)));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("a plan that was kept can be read", e);
        }
    }

    void keepPlan(UUID patient, byte @Nullable [] published) {
        store.put(key(PLAN, patient), published);
        plans.remove(patient);
    }

    Measure rules(UUID patient, String code, @Nullable PatientPlan plan) {
        return Measure.of(patient, code, new Rulebook(DefaultPack.standard(), plan));
    }

    /// The codes that something is remembered of.
    List<String> codes(UUID patient) {
        Bytes first = measureKey(patient, "");
        Bytes last = measureKey(patient, "\u007f");
        List<String> codes = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = store.range(first, last)) {
            range.forEachRemaining(entry -> codes.add(code(entry.key.get())));
        }
        return codes;
    }

    /// A deadline that has passed.
    record Due(UUID patient, String code, Instant at, Bytes key) {}

    /// The timers before an instant. Keys order as unsigned bytes, in which a time before 1970
    /// would come after every other: before it nothing is due.
    List<Due> due(Instant before) {
        if (before.isBefore(Instant.EPOCH)) {
            return List.of();
        }
        List<Due> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                store.range(timerKey(0), timerKey(before.toEpochMilli()))) {
            range.forEachRemaining(entry -> due.add(due(entry.key)));
        }
        return due;
    }

    void withdraw(Due timer) {
        store.delete(timer.key());
    }

    /// Whether a repeat is awaited of anybody.
    boolean awaitsRepeats() {
        Bytes end = Bytes.wrap(new byte[] {TIMER + 1});
        try (KeyValueIterator<Bytes, byte[]> range = store.range(timerKey(0), end)) {
            return range.hasNext();
        }
    }

    static ZoneId zone(@Nullable PatientPlan plan) {
        return plan == null ? ZoneOffset.UTC : plan.zone();
    }

    private static Due due(Bytes key) {
        ByteBuffer bytes = ByteBuffer.wrap(key.get());
        bytes.get();
        Instant at = Instant.ofEpochMilli(bytes.getLong());
        UUID patient = new UUID(bytes.getLong(), bytes.getLong());
        byte[] code = new byte[bytes.remaining()];
        bytes.get(code);
        return new Due(patient, new String(code, StandardCharsets.US_ASCII), at, key);
    }

    private static String code(byte[] measureKey) {
        return new String(
                measureKey, CODE_AT, measureKey.length - CODE_AT, StandardCharsets.US_ASCII);
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
                ByteBuffer.allocate(25 + code.length)
                        .put(TIMER)
                        .putLong(due)
                        .putLong(measure.patient().getMostSignificantBits())
                        .putLong(measure.patient().getLeastSignificantBits())
                        .put(code)
                        .array());
    }

    private static Bytes timerKey(long due) {
        return Bytes.wrap(ByteBuffer.allocate(9).put(TIMER).putLong(due).array());
    }

    private static Bytes key(byte kind, UUID patient) {
        return Bytes.wrap(
                ByteBuffer.allocate(CODE_AT)
                        .put(kind)
                        .putLong(patient.getMostSignificantBits())
                        .putLong(patient.getLeastSignificantBits())
                        .array());
    }

    private static Bytes measureKey(UUID patient, String code) {
        byte[] ascii = code.getBytes(StandardCharsets.US_ASCII);
        return Bytes.wrap(
                ByteBuffer.allocate(CODE_AT + ascii.length)
                        .put(key(MEASURE, patient).get())
                        .put(ascii)
                        .array());
    }
}
