package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;

import io.restassured.specification.RequestSpecification;
import org.homeward.kit.test.Tokens;

/// Calls as the gateway makes them.
final class Gateway {
    private Gateway() {}

    static RequestSpecification as(String role) {
        return with(Tokens.gatewayService(), role);
    }

    static RequestSpecification person(String subject, String role) {
        return with(Tokens.gatewayService(), subject, role);
    }

    static RequestSpecification with(String token, String role) {
        return with(token, "person-1", role);
    }

    private static RequestSpecification with(String token, String subject, String role) {
        return given().auth()
                .oauth2(token)
                .header("Homeward-Actor", "sub=" + subject + ";role=" + role + ";purpose=care")
                .contentType("application/json");
    }
}
