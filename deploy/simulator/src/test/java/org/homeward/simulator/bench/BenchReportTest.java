package org.homeward.simulator.bench;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.homeward.simulator.platform.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchReportTest {
    @TempDir private Path state = Path.of(".");

    @Test
    void figuresAreWrittenRoundedUnderTheirNames() throws IOException {
        Run run =
                new Run(
                        Work.JSON_1,
                        1234.5,
                        7.25,
                        40.04,
                        Map.of("ingest-service", 1.23449, "total", 3.0005),
                        0.5,
                        Map.of("ingest-service", 150.5),
                        new Run.FlatOut(2000.4, 2.0));
        assertThat(written(run))
                .isEqualTo(
                        Json.parse(
                                """
                                {"runs": [{
                                  "work": "json-1", "perSecond": 1235, "p50Ms": 7.3, "p99Ms": 40.0,
                                  "cpuPer10k": {"ingest-service": 1.234, "total": 3.001},
                                  "flatOutPerSecond": 2000, "flatOutCpuPer10k": 2.000,
                                  "residentMb": {"ingest-service": 151},
                                  "generatorCpuPer10k": 0.500}],
                                 "startSeconds": {}}
                                """));
    }

    @Test
    void costIsComparedWithTheFloorOfTheSameBatch() throws IOException {
        JsonNode runs =
                written(
                                run(Work.FLOOR_1, 2, 1),
                                run(Work.FLOOR_100, 1, 0.5),
                                run(Work.JSON_1, 6, 4),
                                run(Work.FHIR_100, 6, 4))
                        .path("runs");
        assertThat(runs.path(2).path("ratioToFloor").asDouble()).isEqualTo(3);
        assertThat(runs.path(2).path("flatOutRatioToFloor").asDouble()).isEqualTo(4);
        assertThat(runs.path(3).path("ratioToFloor").asDouble()).isEqualTo(6);
        assertThat(runs.path(3).path("flatOutRatioToFloor").asDouble()).isEqualTo(8);
        assertThat(runs.path(0).has("ratioToFloor")).isFalse();
    }

    @Test
    void costThatWasNotMeasuredHasNoRatio() throws IOException {
        JsonNode runs =
                written(run(Work.FLOOR_1, 0, 0), run(Work.ALERT_LATENCY, 3, 0)).path("runs");
        assertThat(runs.path(1).has("ratioToFloor")).isFalse();
        assertThat(runs.path(1).has("flatOutRatioToFloor")).isFalse();
    }

    @Test
    void tableHasARowForEachWorkWithItsRatioAndWhereTheCpuGoes() {
        Run json =
                new Run(
                        Work.JSON_1,
                        1234,
                        7,
                        40,
                        Map.of("gateway", 0.004, "kafka", 2.0, "total", 6.0),
                        0.25,
                        Map.of("kafka", 400.4),
                        new Run.FlatOut(2000, 4));
        String table = new BenchReport(List.of(run(Work.FLOOR_1, 2, 1), json), state).table();
        assertThat(table.lines().filter(line -> line.startsWith("json-1 ")))
                .singleElement()
                .asString()
                .containsSubsequence("1234", " 7 ", " 40 ", "6", "3", "2000", "4", "kafka 2.00")
                .doesNotContain("gateway")
                .doesNotContain("total");
        assertThat(table).contains("floor-1 ").contains("Resident MB: kafka 400");
        assertThat(table).contains("Remarks").doesNotContain("Last start");
    }

    @Test
    void lastStartOfEachServiceIsReadFromItsLog() throws IOException {
        Path logs = Files.createDirectories(state.resolve("logs"));
        Files.writeString(logs.resolve("gateway.log"), "started in 3.456s.\nstarted in 2.5s.\n");
        Files.writeString(logs.resolve("alert-service.log"), "started in 1,254s.\n");
        Files.writeString(logs.resolve("postgres.log"), "ready to accept connections\n");
        assertThat(written(run(Work.JSON_1, 1, 1)).path("startSeconds"))
                .isEqualTo(Json.parse("{\"alert-service\": 1.25, \"gateway\": 2.50}"));
    }

    @Test
    void medianIsTakenOfEachFigureByItself() {
        Run median =
                Run.median(
                        List.of(
                                run(Work.JSON_1, 1, 9),
                                run(Work.JSON_1, 5, 7),
                                run(Work.JSON_1, 3, 1)));
        assertThat(median.cpu()).isEqualTo(3);
        assertThat(median.flatOut().cpuPer10k()).isEqualTo(7);
        Run even = Run.median(List.of(run(Work.JSON_1, 1, 9), run(Work.JSON_1, 4, 7)));
        assertThat(even.cpu()).isEqualTo(2.5);
    }

    private static Run run(Work work, double cpu, double flatOutCpu) {
        return new Run(
                work,
                100,
                5,
                10,
                Map.of("total", cpu),
                0.1,
                Map.of(),
                new Run.FlatOut(200, flatOutCpu));
    }

    private JsonNode written(Run... runs) throws IOException {
        Path file = state.resolve("figures.json");
        new BenchReport(List.of(runs), state).write(file);
        return Json.parse(Files.readString(file));
    }
}
