package org.homeward.followup.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.homeward.followup.http.Ward.nurse;
import static org.homeward.followup.http.Ward.path;
import static org.homeward.followup.http.Ward.person;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.homeward.kit.test.RealStack;
import org.homeward.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "followup"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class PatientResourceTest {
    @Inject AgroalDataSource database;

    @Test
    void aRegisteredPatientIsAnsweredWithTheRelation() {
        nurse().body(person("Noël", UUID.randomUUID().toString()))
                .post("/internal/v1/patients")
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name.family", equalTo("Noël"))
                .body("team.id", equalTo(Ward.TEAM_A))
                .body("team.name", equalTo("Équipe A"))
                .body("status", equalTo("not monitored"))
                .body("statusReason", equalTo("nothing due"))
                .body("relation.leadTeamId", equalTo(Ward.TEAM_A))
                .body("relation.version", equalTo(1))
                .body("relation.monitoring", equalTo("nothing-due"));
    }

    @Test
    void theSameIdentifierIsTheSamePatient() {
        String number = UUID.randomUUID().toString();
        String id =
                nurse().body(person("Legrand", number))
                        .post("/internal/v1/patients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        nurse().body(person("Petit", number))
                .post("/internal/v1/patients")
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("name.family", equalTo("Legrand"));
    }

    @Test
    void noColumnHoldsWhatNamesThePerson() throws SQLException {
        String number = "INS-" + UUID.randomUUID();
        String id =
                nurse().body(person("Quatremaire", number))
                        .post("/internal/v1/patients")
                        .then()
                        .statusCode(201)
                        .extract()
                        .path("id");
        String stored =
                raw("select * from followup.patient where id = ?", id)
                        + raw("select * from followup.patient_identifier where patient_id = ?", id)
                        + raw("select * from followup.care_plan where patient_id = ?", id)
                        + raw("select * from followup.timeline where patient_id = ?", id)
                        + raw("select * from followup.outbox where key = ?::text", id);
        assertThat(stored)
                .contains(id)
                .doesNotContainIgnoringCase("Quatremaire", "Anna", "1950-01-02", number, "+33 1");
    }

    private String raw(String sql, String id) throws SQLException {
        StringBuilder all = new StringBuilder();
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setObject(1, UUID.fromString(id));
            ResultSet rows = query.executeQuery();
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    Object value = rows.getObject(i);
                    all.append(
                                    value instanceof byte[] bytes
                                            ? new String(bytes, StandardCharsets.ISO_8859_1)
                                            : String.valueOf(value))
                            .append('\n');
                }
            }
        }
        return all.toString();
    }

    @Test
    void aPatchNeedsThePresentVersion() {
        UUID id = Ward.register("Durand");
        nurse().body("{\"phone\":null}").patch(path(id, "")).then().statusCode(428);
        nurse().header("If-Match", "\"7\"")
                .body("{\"phone\":null}")
                .patch(path(id, ""))
                .then()
                .statusCode(412);
        nurse().header("If-Match", "\"1\"")
                .body("{\"phone\":null,\"name\":{\"family\":\"Dupont\"}}")
                .patch(path(id, ""))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("name.family", equalTo("Dupont"))
                .body("name.given", equalTo(java.util.List.of("Anna", "Maria")))
                .body("phone", nullValue());
    }

    @Test
    void aBodyThatIsTooLargeIs413() {
        nurse().body("{\"name\":{\"family\":\"" + "x".repeat(600_000) + "\"}}")
                .post("/internal/v1/patients")
                .then()
                .statusCode(413)
                .contentType("application/problem+json")
                .body("code", equalTo("BODY_TOO_LARGE"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/plain", "application/x-www-form-urlencoded"})
    void anotherContentTypeThanJsonIs415(String type) {
        nurse().contentType(type)
                .body("<a/>")
                .post("/internal/v1/patients")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("UNSUPPORTED_MEDIA_TYPE"));
    }

    @Test
    void aPatientWhoDiedIsNotMonitoredAndThePlanEnds() {
        UUID id = Ward.register("Moreau");
        nurse().header("If-Match", "\"1\"")
                .body("{\"status\":\"deceased\",\"deceasedAt\":\"2026-11-01T10:00:00+01:00\"}")
                .patch(path(id, ""))
                .then()
                .statusCode(200)
                .body("status", equalTo("not monitored"))
                .body("statusReason", equalTo("deceased"))
                .body("deceasedAt", equalTo("2026-11-01T09:00:00Z"))
                .body("relation.monitoring", equalTo("deceased"))
                .body("relation.version", equalTo(2));
        nurse().get(path(id, "/care-plan"))
                .then()
                .body("state", equalTo("ended"))
                .body("version", equalTo(2));
    }

    @Test
    void aPatientIsFoundByNumberWholeNameAndPartOfAName() {
        String number = "N-" + UUID.randomUUID();
        String family = "Zola" + number.substring(2, 8);
        String id =
                nurse().body(person(family, number))
                        .post("/internal/v1/patients")
                        .then()
                        .extract()
                        .path("id");
        for (String query : new String[] {number, family.toUpperCase(java.util.Locale.ROOT)}) {
            nurse().body("{\"query\":\"" + query + "\"}")
                    .post("/internal/v1/patients/search")
                    .then()
                    .statusCode(200)
                    .body("items.id", equalTo(java.util.List.of(id)));
        }
        nurse().body("{\"patientIds\":[\"" + id + "\"],\"query\":\"zola\"}")
                .post("/internal/v1/patients/search")
                .then()
                .body("items.id", hasItem(id));
        nurse().body("{\"patientIds\":[],\"query\":\"" + number + "\"}")
                .post("/internal/v1/patients/search")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void aListIsPagedByFamilyName() {
        String ids =
                "[\"%s\",\"%s\",\"%s\"]"
                        .formatted(
                                Ward.register("Caron"),
                                Ward.register("Aubert"),
                                Ward.register("Blanc"));
        String next =
                nurse().body("{\"patientIds\":" + ids + ",\"limit\":2}")
                        .post("/internal/v1/patients/search")
                        .then()
                        .body("items.name.family", equalTo(java.util.List.of("Aubert", "Blanc")))
                        .extract()
                        .path("next");
        nurse().body("{\"patientIds\":" + ids + ",\"limit\":2,\"cursor\":\"" + next + "\"}")
                .post("/internal/v1/patients/search")
                .then()
                .body("items.name.family", equalTo(java.util.List.of("Caron")))
                .body("next", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{\"name\":",
                "[]",
                "{\"name\":{\"family\":\"A\"}} x",
                "{\"name\":{\"family\":\"A\"},\"name\":{\"family\":\"B\"}}",
                "{\"name\":{\"family\":7}}",
                "{\"name\":{\"family\":\"A\\u0000\"}}",
                "{\"name\":{\"family\":\"A\\ud800\"}}",
                "{\"name\":{\"family\":\"A\"},\"birthDate\":\"yesterday\"}",
                "{\"name\":{\"family\":\"A\"},\"id\":\"7\"}",
                "{\"name\":{\"family\":\"A\"},\"deceasedAt\":\"2026-11-01T10:00:00\"}"
            })
    void aBodyThatCannotBeReadIsRefused(String body) {
        nurse().body(body)
                .post("/internal/v1/patients")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", not(equalTo("UNEXPECTED")));
    }

    @Test
    void nestingTenThousandDeepIsRefused() {
        // As bytes: the client would lay text out for its log, and ten thousand indents fill the
        // heap.
        byte[] deep = ("{\"name\":" + "[".repeat(10_000)).getBytes(StandardCharsets.UTF_8);
        nurse().body(deep).post("/internal/v1/patients").then().statusCode(400);
    }

    @Test
    void anUnknownPatientAndAnUnreadableIdAreNotFound() {
        nurse().get(path(UUID.randomUUID(), ""))
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
        nurse().get("/internal/v1/patients/7").then().statusCode(404);
    }

    @Test
    void whoHasNoTokenOrNoRoleForItIsRefused() {
        given().get("/internal/v1/teams")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHORIZED"));
        Ward.as("gp", Ward.GP)
                .body(person("X", "Y"))
                .post("/internal/v1/patients")
                .then()
                .statusCode(403);
        teamsWith(Tokens.user("nurse")).statusCode(401);
        Tokens.forged().forEach(token -> teamsWith(token).statusCode(401));
    }

    @Test
    void anExpiredTokenOfTheGatewayIsRefused() {
        teamsWith(Tokens.gatewayServiceUntil(Instant.now().plusSeconds(120))).statusCode(200);
        teamsWith(Tokens.gatewayServiceUntil(Instant.now().minusSeconds(120)))
                .statusCode(401)
                .contentType("application/problem+json");
    }

    private static ValidatableResponse teamsWith(String token) {
        return given().header("Authorization", "Bearer " + token)
                .header("Homeward-Actor", "sub=" + Ward.NURSE + ";role=nurse;purpose=care")
                .get("/internal/v1/teams")
                .then();
    }

    @Test
    void teamsNameTheirMembers() {
        nurse().get("/internal/v1/teams")
                .then()
                .statusCode(200)
                .body("items.name", hasItem("Équipe A"))
                .body("items.find { it.name == 'Équipe A' }.members", hasItem(Ward.NURSE))
                .body(
                        "items.find { it.name == 'Équipe A' }.organizationName",
                        containsString("Saint-Martin"));
    }
}
