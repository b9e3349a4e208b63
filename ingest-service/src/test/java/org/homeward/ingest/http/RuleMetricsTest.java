package org.homeward.ingest.http;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.homeward.ingest.IngestTest;
import org.junit.jupiter.api.Test;

/// A rule over a series that is not there, or that begins with the event it should tell of, is
/// silent.
@QuarkusTest
@IngestTest
class RuleMetricsTest {
    private static final Path RULES = Path.of("../deploy/helm/homeward/templates/rules.yaml");
    private static final Pattern SERIES =
            Pattern.compile("homeward_ingest_\\w+(?:\\{(\\w+=\"\\w+\")})?");

    @Test
    void everySeriesOfTheRulesIsThereFromTheStart() throws IOException {
        List<MatchResult> series = SERIES.matcher(Files.readString(RULES)).results().toList();
        assertThat(series).hasSizeGreaterThan(6);
        List<String> told =
                given().get("/q/metrics")
                        .then()
                        .statusCode(200)
                        .extract()
                        .asString()
                        .lines()
                        .toList();

        for (MatchResult one : series) {
            String name = one.group().replaceFirst("\\{.*", "");
            String label = one.group(1) == null ? "" : one.group(1);
            assertThat(told)
                    .as(one.group())
                    .anyMatch(line -> line.matches(name + "[ {].*") && line.contains(label));
        }
    }
}
