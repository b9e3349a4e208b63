package org.homeward.ingest.fhir;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.homeward.ingest.Given;

/// What a device that speaks FHIR posts.
public final class FhirPost {
    static final String TYPE = "application/fhir+json";

    private FhirPost() {}

    public static String observation(String status, String time, String value) {
        return """
        {"resourceType":"Observation","status":"%s","code":{"coding":[
          {"system":"http://example.org","code":"x"},
          {"system":"http://loinc.org","code":"8867-4"}]},
         "subject":{"reference":"Patient/somebody-else"},"effectiveDateTime":"%s",
         "valueQuantity":{"value":%s,"unit":"beats/minute",\
        "system":"http://unitsofmeasure.org","code":"/min"}}"""
                .formatted(status, time, value);
    }

    /// Pulses a second apart.
    static String bundle(String type, Instant since, String... values) {
        StringBuilder entries = new StringBuilder();
        for (int i = 0; i < values.length; i++) {
            entries.append(i == 0 ? "" : ",")
                    .append("{\"resource\":")
                    .append(observation("final", since.plusSeconds(i).toString(), values[i]))
                    .append(",\"request\":{\"method\":\"POST\",\"url\":\"Observation\"}}");
        }
        return "{\"resourceType\":\"Bundle\",\"type\":\""
                + type
                + "\",\"entry\":["
                + entries
                + "]}";
    }

    public static Response post(Given.Worn device, String path, String body) {
        return post(device, path, TYPE, body.getBytes(StandardCharsets.UTF_8));
    }

    static Response post(Given.Worn device, String path, String type, byte[] body) {
        return request(device, type).body(body).post("/fhir/R4" + path);
    }

    /// To another path than FHIR's.
    static Response postTo(String path, Given.Worn device, String body) {
        return request(device, TYPE).body(body).post(path);
    }

    /// A body in gzip.
    static Response packed(Given.Worn device, String path, byte[] body) {
        return request(device, TYPE)
                .header("Content-Encoding", "gzip")
                .body(body)
                .post("/fhir/R4" + path);
    }

    private static RequestSpecification request(Given.Worn device, String type) {
        return given().header("Authorization", "Bearer " + device.token())
                .config(
                        RestAssured.config()
                                .encoderConfig(
                                        EncoderConfig.encoderConfig()
                                                .encodeContentTypeAs(type, ContentType.TEXT)
                                                .appendDefaultContentCharsetToContentTypeIfUndefined(
                                                        false)))
                .contentType(type);
    }
}
