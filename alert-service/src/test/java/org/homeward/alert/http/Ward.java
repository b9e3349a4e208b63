package org.homeward.alert.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.events.Decimals;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.TimeQuality;
import org.homeward.events.v1.Validity;
import org.homeward.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/// The gateway's calls and ingest-service's readings, as tests make them.
final class Ward {
    static final String NURSE = "00000000-0000-4000-8000-000000000003";
    static final String PHYSICIAN = "00000000-0000-4000-8000-000000000004";
    static final String SPO2 = "59408-5";
    static final String ALERTS = "/internal/v1/alerts";

    private static final AtomicReference<@Nullable String> TOKEN = new AtomicReference<>();

    private Ward() {}

    static RequestSpecification as(String role, String subject) {
        String token = TOKEN.updateAndGet(t -> t == null ? Tokens.gatewayService() : t);
        return given().header("Authorization", "Bearer " + token)
                .header("Homeward-Actor", "sub=" + subject + ";role=" + role + ";purpose=care")
                .contentType(ContentType.JSON);
    }

    static RequestSpecification nurse() {
        return as("nurse", NURSE);
    }

    static RequestSpecification physician() {
        return as("physician", PHYSICIAN);
    }

    static String search(UUID patient, String status) {
        return "{\"patientIds\":[\"" + patient + "\"],\"status\":\"" + status + "\"}";
    }

    static ReadingRecorded reading(UUID patient, String code, String value, Instant measured) {
        Quantity quantity =
                Quantity.newBuilder()
                        .setValue(Decimals.toWire(new BigDecimal(value)))
                        .setUnit("%")
                        .build();
        return ReadingRecorded.newBuilder()
                .setReadingId(Uuids.toBytes(UUID.randomUUID()))
                .setPatientId(Uuids.toBytes(patient))
                .setDeviceId(Uuids.toBytes(patient))
                .setVersion(1)
                .setCode(code)
                .setValue(quantity)
                .setMeasuredAt(Decimals.toWire(measured))
                .setReceivedAt(Decimals.toWire(Instant.now()))
                .setTimeQuality(TimeQuality.TIME_QUALITY_EXACT)
                .setValidity(Validity.VALIDITY_VALID)
                .build();
    }

    static void sends(UUID patient, String code, String... values) {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            for (String value : values) {
                Instant now = Instant.now();
                ReadingRecorded event = reading(patient, code, value, now);
                producer.send(
                                new ProducerRecord<>(
                                        "readings",
                                        null,
                                        now.toEpochMilli(),
                                        Uuids.toKey(patient),
                                        event.toByteArray(),
                                        EventType.READING_RECORDED.headers(patient, "/test", now)))
                        .get();
            }
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    static KafkaProducer<byte[], byte[]> producer() {
        String bootstrap =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "acks", "all"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }
}
