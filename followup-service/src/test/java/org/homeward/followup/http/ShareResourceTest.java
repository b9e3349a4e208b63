package org.homeward.followup.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.homeward.followup.http.Ward.nurse;
import static org.homeward.followup.http.Ward.path;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "followup"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class ShareResourceTest {
    private static final String WITH_GP =
            "{\"practitionerId\":\"" + Ward.GP + "\",\"purpose\":\"care\"}";

    private static String share(UUID patient, String body) {
        return nurse().body(body)
                .post(path(patient, "/shares"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void aShareIsAnsweredWithTheRelation() {
        UUID id = Ward.register("Noël");
        nurse().body(WITH_GP)
                .post(path(id, "/shares"))
                .then()
                .statusCode(201)
                .body("practitionerId", equalTo(Ward.GP))
                .body("grantedBy", equalTo(Ward.NURSE))
                .body("relation.version", equalTo(2))
                .body("relation.relations[0].subject", equalTo(Ward.GP))
                .body("relation.relations[0].kind", equalTo("share"));
    }

    @Test
    void aSecondShareWithTheSamePractitionerIsAConflict() {
        UUID id = Ward.register("Noël");
        String first = share(id, WITH_GP);
        nurse().body(WITH_GP)
                .post(path(id, "/shares"))
                .then()
                .statusCode(409)
                .body("code", equalTo("ALREADY_SHARED"))
                .body("shareId", equalTo(first));
    }

    @Test
    void anEndedShareIsGoneFromTheRelation() {
        UUID id = Ward.register("Noël");
        String share = share(id, WITH_GP);
        String header =
                nurse().delete(path(id, "/shares/" + share))
                        .then()
                        .statusCode(204)
                        .extract()
                        .header(ShareResource.RELATION);
        String relation = new String(Base64.getDecoder().decode(header), StandardCharsets.UTF_8);
        assertThat(relation).contains("\"version\":3", "\"relations\":[]");
        nurse().get(path(id, "/shares"))
                .then()
                .body("items", hasSize(1))
                .body("items[0].endedAt", notNullValue());
        nurse().delete(path(id, "/shares/" + UUID.randomUUID())).then().statusCode(404);
    }

    @Test
    void anotherPatientsShareIsUnknownAndGoesOn() {
        UUID mine = Ward.register("Noël");
        UUID theirs = Ward.register("Noël");
        String share = share(theirs, WITH_GP);
        nurse().delete(path(mine, "/shares/" + share)).then().statusCode(404);
        nurse().get(path(theirs, "/shares")).then().body("items[0].endedAt", nullValue());
    }

    @Test
    void aShareEndsByItselfWhenItsTimeIsOver() {
        UUID id = Ward.register("Noël");
        Instant until = Instant.now().plusSeconds(2);
        share(id, "{\"practitionerId\":\"" + Ward.GP + "\",\"until\":\"" + until + "\"}");
        await().atMost(Duration.ofSeconds(60))
                .untilAsserted(
                        () ->
                                nurse().get(path(id, "/shares"))
                                        .then()
                                        .body("items[0].endedAt", notNullValue()));
    }

    @Test
    void aShareThatWouldNeverHoldIsRefused() {
        UUID id = Ward.register("Noël");
        nurse().body("{\"practitionerId\":\"" + Ward.GP + "\",\"until\":\"2020-01-01T00:00:00Z\"}")
                .post(path(id, "/shares"))
                .then()
                .statusCode(422);
    }

    @Test
    void thePatientAndACarerAreLinkedOnce() {
        UUID id = Ward.register("Noël");
        String self = "{\"kind\":\"self\",\"subject\":\"00000000-0000-4000-8000-000000000001\"}";
        nurse().body(self)
                .post(path(id, "/relations"))
                .then()
                .statusCode(201)
                .body("relation.relations[0].kind", equalTo("self"));
        nurse().body(self).post(path(id, "/relations")).then().statusCode(200);
        nurse().body("{\"kind\":\"share\",\"subject\":\"x\"}")
                .post(path(id, "/relations"))
                .then()
                .statusCode(400);
        nurse().get(path(id, "/shares")).then().body("items", hasSize(0));
    }
}
