package org.homeward.gateway.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.eclipse.microprofile.config.ConfigProvider;
import org.homeward.events.v1.AccessAudited;
import org.homeward.gateway.RealGateway;
import org.homeward.gateway.Ward;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class AuditResourceTest implements RealGateway {
    @Inject Pool pool;

    @BeforeEach
    void settle() {
        RealGateway.settle();
    }

    private static JsonPath audit(String query) {
        return RealGateway.as("auditor")
                .get("/api/v1/audit?limit=1&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    @Test
    void anAccessIsWrittenDownBeforeItsAnswerLeaves() {
        RealGateway.as("gp").get("/api/v1/patients/" + Ward.PATIENT_1 + "/readings");
        assertThat(audit("actor=" + Ward.GP).getMap("items[0]"))
                .containsEntry("route", "/api/v1/patients/{patientId}/readings")
                .containsEntry("method", "GET")
                .containsEntry("role", "gp")
                .containsEntry("purpose", "care")
                .containsEntry("patientId", Ward.PATIENT_1)
                .containsEntry("decision", "granted")
                .containsEntry("ground", "share")
                .containsEntry("status", 200);
    }

    @Test
    void aDenialIsWrittenDownWithItsGround() {
        RealGateway.as("gp").get("/api/v1/patients/" + Ward.PATIENT_2 + "/care-plan");
        assertThat(audit("patientId=" + Ward.PATIENT_2).getMap("items[0]"))
                .containsEntry("decision", "denied")
                .containsEntry("ground", "no-relationship")
                .containsEntry("status", 404);
        RealGateway.as("gp").get("/api/v1/audit");
        assertThat(audit("actor=" + Ward.GP).getMap("items[0]"))
                .containsEntry("decision", "denied")
                .containsEntry("ground", "no-permission")
                .containsEntry("status", 403);
    }

    @Test
    void whoComesWithoutATokenIsWrittenDownAsAnonymous() {
        given().get("/api/v1/patients/Durand/readings").then().statusCode(401);
        Map<String, Object> entry = audit("actor=anonymous").getMap("items[0]");
        assertThat(entry).containsEntry("decision", "denied").containsEntry("status", 401);
        assertThat(entry.get("route").toString()).doesNotContain("Durand");
    }

    @Test
    void anAccessByFhirIsWrittenDownToo() {
        RealGateway.as("gp").get("/fhir/R4/Patient/" + Ward.PATIENT_1).then().statusCode(200);
        assertThat(audit("actor=" + Ward.GP).getMap("items[0]"))
                .containsEntry("route", "/fhir/R4/Patient/{patientId}")
                .containsEntry("patientId", Ward.PATIENT_1)
                .containsEntry("decision", "granted")
                .containsEntry("status", 200);
        RealGateway.as("gp").get("/fhir/R4/Observation?patient=" + Ward.PATIENT_1);
        assertThat(audit("actor=" + Ward.GP).getMap("items[0]"))
                .containsEntry("route", "/fhir/R4/Observation")
                .containsEntry("patientId", Ward.PATIENT_1)
                .containsEntry("decision", "granted")
                .containsEntry("status", 200);
        RealGateway.as("gp").get("/fhir/R4/Observation?patient=" + Ward.PATIENT_2);
        assertThat(audit("actor=" + Ward.GP).getMap("items[0]"))
                .containsEntry("route", "/fhir/R4/Observation")
                .containsEntry("patientId", Ward.PATIENT_2)
                .containsEntry("decision", "denied")
                .containsEntry("status", 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/patients/", "/fhir/R4/Patient/"})
    void whatCannotBeWrittenDownIsNotAnswered(String path) {
        Response answer = unaudited(path + Ward.PATIENT_1);
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.asString()).doesNotContain("Durand").doesNotContain("1950");
        RealGateway.as("gp").get(path + Ward.PATIENT_1).then().statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/fhir/R4/Patient/" + Ward.PATIENT_1,
                "/fhir/R4/Patient/" + Ward.PATIENT_2,
                "/fhir/R4/Observation?patient=" + Ward.PATIENT_1,
                "/fhir/R4/Observation?_has=x",
                "/fhir/R4/nothing",
                "/fhir/R4/metadata",
            })
    void fhirSaysSoInItsOwnWords(String path) {
        unaudited(path)
                .then()
                .statusCode(503)
                .contentType("application/fhir+json")
                .body("resourceType", equalTo("OperationOutcome"))
                .body("issue[0].code", equalTo("transient"));
    }

    @Test
    void theApiSaysSoAsAProblem() {
        unaudited("/api/v1/patients/" + Ward.PATIENT_1)
                .then()
                .statusCode(503)
                .contentType("application/problem+json")
                .body("status", equalTo(503));
    }

    private Response unaudited(String path) {
        run("alter table access_audit rename to access_audit_away");
        try {
            return RealGateway.as("gp").get(path);
        } finally {
            run("alter table access_audit_away rename to access_audit");
        }
    }

    private void run(String statement) {
        pool.query(statement).execute().await().indefinitely();
    }

    @Test
    void aPatientSeesWhoHasLookedAtTheirRecordAndNobodyElses() {
        RealGateway.as("nurse").get("/api/v1/patients/" + Ward.PATIENT_1);
        RealGateway.as("nurse2").get("/api/v1/patients/" + Ward.PATIENT_2);
        List<String> about =
                RealGateway.as("patient")
                        .get("/api/v1/audit")
                        .jsonPath()
                        .getList("items.patientId");
        assertThat(about).isNotEmpty().containsOnly(Ward.PATIENT_1);
        assertThat(
                        RealGateway.as("patient")
                                .get("/api/v1/audit?patientId=" + Ward.PATIENT_2)
                                .jsonPath()
                                .getList("items"))
                .isEmpty();
    }

    @Test
    void theAuditIsPagedAndBoundedInTime() {
        Instant from = Instant.now();
        RealGateway.as("nurse").get("/api/v1/me");
        RealGateway.as("nurse").get("/api/v1/codes");
        String nurse = "actor=00000000-0000-4000-8000-000000000003&from=" + from;
        JsonPath first = audit(nurse);
        assertThat(first.getString("items[0].route")).isEqualTo("/api/v1/codes");
        JsonPath second =
                RealGateway.as("auditor")
                        .urlEncodingEnabled(false)
                        .get(first.getString("next"))
                        .jsonPath();
        assertThat(second.getString("items[0].route")).isEqualTo("/api/v1/me");
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void everyEntryIsPublishedWithoutANameOrAPath() {
        RealGateway.as("physician").get("/api/v1/patients?query=Durand").then().statusCode(200);
        String brokers =
                ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(
                        Map.of("bootstrap.servers", brokers, "auto.offset.reset", "earliest"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor("audit").stream()
                            .map(p -> new TopicPartition(p.topic(), p.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            await().atMost(Duration.ofSeconds(15)).until(() -> isPublished(consumer));
        }
    }

    private static boolean isPublished(KafkaConsumer<byte[], byte[]> consumer) throws Exception {
        boolean found = false;
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
            AccessAudited event = AccessAudited.parseFrom(record.value());
            assertThat(event.toString()).doesNotContain("Durand");
            found |=
                    event.getRole().equals("physician")
                            && event.getRoute().equals("/api/v1/patients");
        }
        return found;
    }
}
