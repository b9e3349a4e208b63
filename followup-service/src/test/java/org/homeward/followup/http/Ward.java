package org.homeward.followup.http;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.homeward.kit.test.Tokens;
import org.jspecify.annotations.Nullable;

/// The gateway's calls, as tests make them.
public final class Ward {
    public static final String NURSE = "00000000-0000-4000-8000-000000000003";
    public static final String PHYSICIAN = "00000000-0000-4000-8000-000000000004";
    public static final String GP = "00000000-0000-4000-8000-000000000005";
    public static final String NURSE_2 = "00000000-0000-4000-8000-00000000000a";
    public static final String TEAM_A = "00000000-0000-4000-9000-00000000000a";

    private static final AtomicReference<@Nullable String> TOKEN = new AtomicReference<>();

    private Ward() {}

    private static String token() {
        String known = TOKEN.get();
        if (known == null) {
            known = Tokens.gatewayService();
            TOKEN.set(known);
        }
        return known;
    }

    public static RequestSpecification as(String role, String subject) {
        return given().header("Authorization", "Bearer " + token())
                .header("Homeward-Actor", "sub=" + subject + ";role=" + role + ";purpose=care")
                .contentType(ContentType.JSON);
    }

    public static RequestSpecification nurse() {
        return as("nurse", NURSE);
    }

    public static RequestSpecification physician() {
        return as("physician", PHYSICIAN);
    }

    public static String person(String family, String identifier) {
        return """
        {"name":{"family":"%s","given":["Anna","Maria"]},"birthDate":"1950-01-02","sex":"female",
         "identifiers":[{"system":"urn:oid:1.2.250.1.213.1.4.8","value":"%s"}],"phone":"+33 1 23 45"}
        """
                .formatted(family, identifier);
    }

    /// Registers a new patient and gives the id.
    public static UUID register(String family) {
        Response response =
                nurse().body(person(family, UUID.randomUUID().toString()))
                        .post("/internal/v1/patients");
        return UUID.fromString(response.then().statusCode(201).extract().path("id"));
    }

    public static String path(UUID patient, String rest) {
        return "/internal/v1/patients/" + patient + rest;
    }

    /// A plan's body with one threshold.
    public static String plan(String threshold, String reason) {
        return """
        {"timeZone":"Europe/Paris","packs":["default"],"goals":[],
         "measurements":[{"code":"59408-5","perDay":2,"windows":["07:00/10:00"]}],
         "thresholds":[%s],"scores":[],"pauses":[],"owners":{},"reason":%s}
        """
                .formatted(threshold, reason.isEmpty() ? "null" : "\"" + reason + "\"");
    }

    public static Response putPlan(
            RequestSpecification who, UUID patient, int version, String body) {
        return who.header("If-Match", "\"" + version + "\"")
                .body(body)
                .put(path(patient, "/care-plan"));
    }
}
