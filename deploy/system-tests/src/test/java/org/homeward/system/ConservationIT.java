package org.homeward.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.homeward.events.EventType;
import org.homeward.events.Topics;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.MonitoringPlanPublished;
import org.homeward.launcher.Component;
import org.homeward.simulator.device.Ledger;
import org.homeward.system.ledger.LedgerCheck;
import org.homeward.system.ledger.StoredRow;
import org.homeward.system.oracle.AlertOracle;
import org.homeward.system.oracle.Expected;
import org.homeward.system.oracle.Sample;
import org.junit.jupiter.api.Test;

/// 200 devices send 20 000 readings while ingest-service, alert-service and the broker are killed;
/// in the long run four times as many, and each is killed four times. Afterwards the store holds
/// what was promised, the log's accounts are closed, and the alerts are those of an independent
/// oracle.
class ConservationIT {
    private static final int DEVICES = 200;
    private static final int CAMPAIGNS = Boolean.getBoolean("homeward.long") ? 4 : 1;
    private static final int ROUNDS = 20 * CAMPAIGNS;
    private static final int EACH = ROUNDS * 5;
    private static final int READINGS = DEVICES * EACH;
    private static final List<Component> VICTIMS =
            List.of(Component.INGEST, Component.ALERT, Component.KAFKA);

    private static final TheStack STACK = TheStack.get();
    private final TopicReader topics = new TopicReader(STACK.config().kafkaBootstrap());
    private final Accounts accounts = new Accounts(STACK);
    private final Fleet fleet = new Fleet(STACK, 20_261_122L, DEVICES);

    @Test
    void nothingIsLostDoubledOrAlteredAndEveryAlertArisesOnceWhateverDies() throws Exception {
        fleet.admit();
        TheStack.await("the plans are published", 30, this::plansArePublished);

        sendWhileThingsDie();

        List<Ledger.Line> lines =
                fleet.members().stream().flatMap(m -> m.ledger().lines().stream()).toList();
        assertThat(lines).hasSize(READINGS).allMatch(line -> line.mark() == Ledger.Mark.OK);
        TheStack.await("the whole log is accounted for", 120, this::logIsAccountedFor);
        List<StoredRow> rows = accounts.rows(devices());
        assertThat(LedgerCheck.faults(lines, rows)).isEmpty();
        assertThatTheAccountsAreClosed();
        assertThatPlantedFaultsAreFound(lines, rows);
        assertThatAlertsAreTheOracles();
    }

    /// Each kill comes in the middle of a phase, in which every device has readings to send.
    private void sendWhileThingsDie() throws Exception {
        CompletableFuture<Void> sending =
                CompletableFuture.runAsync(
                        () -> {
                            try {
                                fleet.send(ROUNDS);
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        });
        try {
            int phases = CAMPAIGNS * VICTIMS.size() + 1;
            for (int phase = 1; phase < phases; phase++) {
                fleet.allow(EACH * phase / phases);
                long half = (long) READINGS * (2L * phase - 1) / (2L * phases);
                TheStack.await("devices send on", 180, () -> fleet.acknowledged() >= half);
                STACK.crash(VICTIMS.get((phase - 1) % VICTIMS.size()));
            }
            fleet.allow(EACH);
            sending.get(300L * CAMPAIGNS, TimeUnit.SECONDS);
        } finally {
            fleet.close();
        }
    }

    private List<UUID> devices() {
        return fleet.members().stream().map(m -> m.admitted().device().deviceId()).toList();
    }

    private boolean plansArePublished() {
        Set<UUID> published = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.all(Topics.MONITORING_PLANS)) {
            MonitoringPlanPublished plan = parse(record, MonitoringPlanPublished.class);
            if (plan.getThresholdsCount() > 0) {
                published.add(Uuids.fromBytes(plan.getPatientId()));
            }
        }
        return fleet.members().stream()
                .filter(m -> !m.limits().isEmpty())
                .allMatch(m -> published.contains(m.admitted().patientId()));
    }

    private boolean logIsAccountedFor() {
        try {
            Map<Integer, Long> positions = accounts.positions();
            return topics.ends(Topics.TELEMETRY).entrySet().stream()
                    .allMatch(
                            end ->
                                    end.getValue() == 0
                                            || end.getValue()
                                                    .equals(
                                                            positions.get(
                                                                    end.getKey().partition())));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Ranges touch, never overlap, begin at 0 and end at the position; every item has a fate.
    private void assertThatTheAccountsAreClosed() throws SQLException {
        assertThat(
                        accounts.number(
                                "SELECT count(*) FROM (SELECT from_offset, lag(to_offset, 1, p.first)"
                                        + " OVER (PARTITION BY r.partition ORDER BY from_offset) AS before"
                                        + " FROM log_range r JOIN log_position p USING (partition)) t"
                                        + " WHERE from_offset <> before"))
                .as("gaps or overlaps of ranges")
                .isZero();
        assertThat(
                        accounts.number(
                                "SELECT count(*) FROM log_position p WHERE p.first <> 0 OR p.position"
                                        + " <> (SELECT max(to_offset) FROM log_range r WHERE r.partition"
                                        + " = p.partition)"))
                .as("partitions whose ranges do not reach from 0 to the position")
                .isZero();
        assertThat(
                        accounts.number(
                                "SELECT sum(items - stored - duplicate - quarantined - refused"
                                        + " - conflict) FROM log_range"))
                .as("items without a fate")
                .isZero();
        assertThat(accounts.number("SELECT sum(stored) FROM log_range"))
                .as("stored, by the accounts and by the rows")
                .isEqualTo(accounts.number("SELECT count(*) FROM reading"));
    }

    /// The checker itself, on a copy of this very run.
    private static void assertThatPlantedFaultsAreFound(
            List<Ledger.Line> lines, List<StoredRow> rows) {
        StoredRow one = rows.get(READINGS / 2);
        List<StoredRow> dropped = new ArrayList<>(rows);
        dropped.remove(one);
        assertThat(LedgerCheck.faults(lines, dropped)).hasSize(1);
        List<StoredRow> doubled = new ArrayList<>(rows);
        doubled.add(one);
        assertThat(LedgerCheck.faults(lines, doubled)).hasSize(1);
        List<StoredRow> altered = new ArrayList<>(dropped);
        Map<String, BigDecimal> other = new TreeMap<>(one.values());
        other.replaceAll((_, value) -> value.add(BigDecimal.ONE));
        altered.add(
                new StoredRow(
                        one.readingId(),
                        one.patientId(),
                        one.deviceId(),
                        one.code(),
                        one.measuredAt(),
                        other));
        assertThat(LedgerCheck.faults(lines, altered)).hasSize(1);
    }

    private void assertThatAlertsAreTheOracles() {
        Map<UUID, Expected> expected = new TreeMap<>();
        fleet.members().forEach(m -> expected(m).forEach(e -> expected.put(e.id(), e)));
        assertThat(expected).as("a test worth the name raises hundreds").hasSizeGreaterThan(300);
        Set<UUID> patients = new TreeSet<>();
        fleet.members().forEach(m -> patients.add(m.admitted().patientId()));

        boolean complete =
                TheStack.within(
                        120, () -> raised(patients).keySet().containsAll(expected.keySet()));
        assertThat(raised(patients).keySet())
                .as(() -> complete ? "alerts" : "alerts, of which " + missing(expected, patients))
                .isEqualTo(expected.keySet());
        assertThat(raised(patients).values()).as("each once").allMatch(times -> times == 1);
        Set<UUID> closed = new TreeSet<>();
        expected.values().stream().filter(Expected::cleared).forEach(e -> closed.add(e.id()));
        assertThat(closed).as("alerts that close by themselves").hasSizeGreaterThan(20);
        assertThat(cleared(patients)).isEqualTo(closed);
    }

    /// What the oracle expects and the topic lacks, with the values it comes from.
    private String missing(Map<UUID, Expected> expected, Set<UUID> patients) {
        Map<UUID, Expected> missing = new TreeMap<>(expected);
        missing.keySet().removeAll(raised(patients).keySet());
        return "%d are missing, such as%n%s"
                .formatted(
                        missing.size(),
                        missing.values().stream()
                                .limit(3)
                                .map(e -> e + " of " + samples(e.patientId()))
                                .collect(Collectors.joining("\n")));
    }

    private List<Sample> samples(UUID patientId) {
        return fleet.members().stream()
                .filter(m -> m.admitted().patientId().equals(patientId))
                .flatMap(m -> samples(m).stream())
                .toList();
    }

    private static List<Expected> expected(Fleet.Member member) {
        return AlertOracle.alerts(member.admitted().patientId(), samples(member), member.limits());
    }

    private static List<Sample> samples(Fleet.Member member) {
        List<Sample> samples = new ArrayList<>();
        for (Ledger.Line line : member.ledger().lines()) {
            line.measurement()
                    .values()
                    .forEach(
                            v ->
                                    samples.add(
                                            new Sample(
                                                    LedgerCheck.readingId(line),
                                                    v.code(),
                                                    v.value())));
        }
        return samples;
    }

    private Map<UUID, Integer> raised(Set<UUID> patients) {
        Map<UUID, Integer> raised = new TreeMap<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.all(Topics.ALERTS)) {
            if (EventType.of(record.headers()).filter(EventType.ALERT_RAISED::equals).isPresent()) {
                AlertRaised alert = parse(record, AlertRaised.class);
                if (patients.contains(Uuids.fromBytes(alert.getPatientId()))) {
                    raised.merge(Uuids.fromBytes(alert.getAlertId()), 1, Integer::sum);
                }
            }
        }
        return raised;
    }

    private Set<UUID> cleared(Set<UUID> patients) {
        Set<UUID> cleared = new TreeSet<>();
        for (ConsumerRecord<byte[], byte[]> record : topics.all(Topics.ALERTS)) {
            if (EventType.of(record.headers())
                    .filter(EventType.ALERT_CLEARED::equals)
                    .isPresent()) {
                AlertCleared alert = parse(record, AlertCleared.class);
                if (patients.contains(Uuids.fromBytes(alert.getPatientId()))) {
                    assertThat(cleared.add(Uuids.fromBytes(alert.getAlertId()))).isTrue();
                }
            }
        }
        return cleared;
    }

    private static <T> T parse(ConsumerRecord<byte[], byte[]> record, Class<T> type) {
        try {
            return type.cast(EventType.of(record.headers()).orElseThrow().parse(record.value()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
