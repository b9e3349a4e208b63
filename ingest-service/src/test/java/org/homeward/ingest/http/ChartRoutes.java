package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.homeward.ingest.http.Gateway.as;

import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.homeward.ingest.Given;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the internal routes say of the stored readings; [InternalApiIT] runs it.
interface ChartRoutes {
    @Test
    default void bucketsAreOfTheCallersDays() {
        Given.Worn device = Given.worn();
        for (String at : new String[] {"2026-03-27T22:59:59Z", "2026-03-27T23:00:00Z"}) {
            Given.post(device, Given.pulse("70.0", Instant.parse(at)));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(() -> Given.readings(device.patient()).items().size() == 2);
        String path =
                "/internal/v1/patients/"
                        + device.patient()
                        + "/buckets?code=8867-4&from=2026-03-01T00:00:00Z&to=2026-04-01T00:00:00Z";
        Response days = as("nurse").get(path + "&bucket=day&zone=Europe/Paris");
        assertThat(days.asString())
                .startsWith("{\"items\":[{\"code\":\"8867-4\",\"unit\":\"/min\",")
                .contains("\"start\":\"2026-03-27T23:00:00Z\",\"count\":1,\"min\":70.0")
                .contains("\"start\":\"2026-03-26T23:00:00Z\"");
        assertThat(as("nurse").get(path + "&bucket=day").jsonPath().getList("items")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bucket=day",
                "code=1234-5&bucket=day",
                "code=8867-4",
                "code=8867-4&bucket=week",
                "code=8867-4&bucket=day&zone=Paris",
                "code=8867-4&bucket=day&zone=%00",
                "code=8867-4&bucket=day&from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z",
                "code=8867-4&bucket=hour&from=2020-01-01T00:00:00Z&to=2026-01-01T00:00:00Z"
            })
    default void aBucketThatCannotBeAskedForIsRefused(String query) {
        Response answer =
                as("nurse").get("/internal/v1/patients/" + UUID.randomUUID() + "/buckets?" + query);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(400);
        assertThat(answer.jsonPath().getString("code")).isEqualTo("INVALID_PARAMETER");
    }
}
