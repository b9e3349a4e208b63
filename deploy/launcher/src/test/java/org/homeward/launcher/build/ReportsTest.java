package org.homeward.launcher.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final String REPORT =
            """
            <testsuite name="A" tests="4" errors="1" skipped="1" failures="1">
              <testcase name="works" classname="org.A"/>
              <testcase name="breaks" classname="org.A"><error message="no more
            lines">trace</error></testcase>
              <testcase name="differs" classname="org.A"><failure message="1 is not 2"/></testcase>
              <testcase name="waits" classname="org.A"><skipped/></testcase>
            </testsuite>
            """;

    @TempDir private Path module = Path.of(".");

    @Test
    void countsAndFailuresAreThoseOfTheReports() throws IOException {
        write("target/surefire-reports/TEST-A.xml");
        write("target/failsafe-reports/TEST-B.xml");
        Tally tally = Reports.since(module, Instant.EPOCH);
        assertThat(tally.line()).isEqualTo("2 passed, 4 failed, 2 skipped");
        assertThat(tally.failures())
                .startsWith("org.A.breaks: no more lines", "org.A.differs: 1 is not 2");
    }

    @Test
    void aFailureIsNamedWithWhatLayDeepestUnderIt() throws IOException {
        Path file = module.resolve("target/surefire-reports/TEST-C.xml");
        Files.createDirectories(file.getParent());
        Files.writeString(
                file,
                """
                <testsuite name="C" tests="1" errors="1">
                  <testcase name="starts" classname="org.C"><error type="a.b.InitError">a.b.InitError
                    at x
                Caused by: a.b.Wrapped: no start
                    ... 3 more
                Caused by: java.net.BindException: in use
                    ... 9 more</error></testcase>
                </testsuite>
                """);
        assertThat(Reports.since(module, Instant.EPOCH).failures())
                .containsExactly("org.C.starts: a.b.InitError <- java.net.BindException: in use");
    }

    @Test
    void reportsOfAnEarlierRunDoNotCount() throws IOException {
        write("target/surefire-reports/TEST-A.xml");
        assertThat(Reports.since(module, Instant.now().plusSeconds(60))).isEqualTo(Tally.NONE);
    }

    @Test
    void contentMakesAModuleStaleAndATouchDoesNot() throws IOException {
        Path source = module.resolve("m/src/main/java/A.java");
        Files.createDirectories(source.getParent());
        Files.writeString(source, "class A {}");
        Files.createDirectories(module.resolve("m/src/main/webui/node_modules"));
        String before = Fingerprint.of(module, "m");
        Files.setLastModifiedTime(
                source,
                java.nio.file.attribute.FileTime.from(Instant.parse("2020-01-01T00:00:00Z")));
        Files.writeString(module.resolve("m/src/main/webui/node_modules/x.js"), "1");
        assertThat(Fingerprint.of(module, "m")).isEqualTo(before);
        Files.writeString(source, "class B {}");
        assertThat(Fingerprint.of(module, "m")).isNotEqualTo(before);
    }

    private void write(String path) throws IOException {
        Path file = module.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, REPORT);
    }
}
