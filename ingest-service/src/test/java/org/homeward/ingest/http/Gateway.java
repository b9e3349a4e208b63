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

    static RequestSpecification with(String token, String role) {
        return given().auth()
                .oauth2(token)
                .header("Homeward-Actor", "sub=person-1;role=" + role + ";purpose=care")
                .contentType("application/json");
    }
}
