package org.homeward.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.CareRelation;
import org.homeward.events.v1.CareTeamChanged;
import org.homeward.events.v1.TeamChanged;

/// The people of the tests and their relationships, published as followup-service does.
public final class Ward {
    public static final String PATIENT_1 = "00000000-0000-4000-a000-0000000000a1";
    public static final String PATIENT_2 = "00000000-0000-4000-a000-0000000000a2";
    public static final String PATIENT_3 = "00000000-0000-4000-a000-0000000000a3";

    /// A patient who does not exist.
    public static final String NOBODY = "00000000-0000-4000-a000-0000000000a0";

    public static final List<String> PATIENTS = List.of(PATIENT_1, PATIENT_2, PATIENT_3);
    public static final String ALERT_1 = "00000000-0000-4000-a000-0000000000f1";
    public static final String ALERT_2 = "00000000-0000-4000-a000-0000000000f2";
    public static final String TASK_1 = "00000000-0000-4000-a000-000000000071";
    public static final String TASK_2 = "00000000-0000-4000-a000-000000000072";
    public static final String READING_1 = "00000000-0000-4000-a000-000000000001";
    public static final String READING_2 = "00000000-0000-4000-a000-000000000002";
    public static final String SHARE_1 = "00000000-0000-4000-a000-0000000000e1";
    public static final String SHARE_2 = "00000000-0000-4000-a000-0000000000e9";
    public static final String ASSIGNMENT_1 =
            UUID.nameUUIDFromBytes(PATIENT_1.getBytes(StandardCharsets.UTF_8)).toString();
    public static final String DEVICE_1 = "00000000-0000-4000-a000-0000000000d1";
    public static final String DEVICE_2 = "00000000-0000-4000-a000-0000000000d2";
    public static final String DEVICE_3 = "00000000-0000-4000-a000-0000000000d3";
    public static final String TEAM_A = "00000000-0000-4000-9000-00000000000a";
    public static final String TEAM_B = "00000000-0000-4000-9000-00000000000b";
    public static final String GP = "00000000-0000-4000-8000-000000000005";

    private static final String SUBJECT = "00000000-0000-4000-8000-0000000000";

    private Ward() {}

    /// Team A leads patient 1, who is the realm's `patient`, has the `carer` and is shared with the
    /// `gp`; team B leads patient 2.
    public static void publish() {
        send(EventType.TEAM_CHANGED, TEAM_A, team(TEAM_A, "03", "04"));
        send(EventType.TEAM_CHANGED, TEAM_B, team(TEAM_B, "0a", "0b"));
        send(
                EventType.CARE_TEAM_CHANGED,
                PATIENT_1,
                careTeam(PATIENT_1, TEAM_A)
                        .addRelations(tie("self", "01"))
                        .addRelations(tie("delegation", "02"))
                        .addRelations(tie("share", "05"))
                        .build());
        send(EventType.CARE_TEAM_CHANGED, PATIENT_2, careTeam(PATIENT_2, TEAM_B).build());
    }

    private static TeamChanged team(String id, String... members) {
        TeamChanged.Builder team =
                TeamChanged.newBuilder()
                        .setTeamId(bytes(id))
                        .setVersion(1)
                        .setName("Team " + id.substring(35))
                        .setOrganizationId(bytes(id));
        for (String member : members) {
            team.addMembers(SUBJECT + member);
        }
        return team.build();
    }

    public static CareTeamChanged.Builder careTeam(String patient, String team) {
        return CareTeamChanged.newBuilder()
                .setPatientId(bytes(patient))
                .setVersion(Instant.now().toEpochMilli())
                .setLeadTeamId(bytes(team))
                .setMonitoring("monitored")
                .setChangedAt(Decimals.toWire(Instant.now()));
    }

    public static CareRelation tie(String kind, String subject) {
        return CareRelation.newBuilder()
                .setId(kind + subject)
                .setSubject(SUBJECT + subject)
                .setKind(kind)
                .build();
    }

    static JsonObject relation(String patient, long version, String team, JsonArray ties) {
        return new JsonObject()
                .put("patientId", patient)
                .put("version", version)
                .put("leadTeamId", team)
                .put("monitoring", "monitored")
                .put("relations", ties);
    }

    public static ByteString bytes(String id) {
        return Uuids.toBytes(UUID.fromString(id));
    }

    /// Sends one event and waits for the broker.
    public static void send(EventType type, String key, Message event) {
        send(record(type, key, event));
    }

    public static ProducerRecord<byte[], byte[]> record(EventType type, String key, Message event) {
        return new ProducerRecord<>(
                type.topic(),
                null,
                Uuids.toKey(UUID.fromString(key)),
                event.toByteArray(),
                type.headers(UUID.randomUUID(), "/homeward/test", Instant.now()));
    }

    public static void send(ProducerRecord<byte[], byte[]> record) {
        send(List.of(record));
    }

    /// Sends all of them before it waits for the broker.
    public static void send(List<ProducerRecord<byte[], byte[]>> records) {
        String brokers =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(
                        Map.of("bootstrap.servers", brokers, "acks", "all"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer())) {
            List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException("the broker did not take a record", e);
        }
    }
}
