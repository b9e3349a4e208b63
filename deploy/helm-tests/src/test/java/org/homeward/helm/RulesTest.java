package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rule over a metric that nobody has is silent for ever, and one that nobody can answer wakes
/// people for nothing.
class RulesTest {
    private static final Pattern METRIC = Pattern.compile("homeward_\\w+");
    private static final Pattern COUNTED = Pattern.compile("\"(homeward\\.[a-z.]+)\"");
    private static final String ON =
            "monitoring: {rules: {enabled: true, labels: {release: prometheus}}}";

    @TempDir Path folder;
    private JsonNode rule = Yaml.documents("{}").getFirst();

    @BeforeEach
    void render() throws IOException {
        Path values = Files.writeString(folder.resolve("values.yaml"), ON);
        String rendered = Size.render(Size.STANDARD.valuesFile(), Size.digests(), values);
        rule =
                Yaml.documents(rendered).stream()
                        .filter(one -> one.path("kind").asText().equals("PrometheusRule"))
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    void rulesAreThereOnlyWhereTheyAreAskedFor() {
        assertThat(Size.STANDARD.documents())
                .noneMatch(one -> one.path("kind").asText().equals("PrometheusRule"));
        assertThat(rule.at("/metadata/labels/release").asText()).isEqualTo("prometheus");
        assertThat(Kinds.leftOver(rule)).isEmpty();
    }

    @Test
    void everyMetricOfARuleIsOneThatAServiceHas() {
        Set<String> known = metrics();
        assertThat(rules()).hasSizeGreaterThan(4);
        for (JsonNode one : rules()) {
            List<String> named =
                    METRIC.matcher(one.path("expr").asText())
                            .results()
                            .map(MatchResult::group)
                            .toList();
            assertThat(named).isNotEmpty().allMatch(known::contains, "a metric of a service");
        }
        assertThat(known).doesNotContain("homeward_ingest_account_unacounted");
    }

    @Test
    void everyRuleSaysWhatToDo() {
        String runbook = Repository.text(Repository.ROOT.resolve("docs/operations.md"));
        for (JsonNode one : rules()) {
            String name = one.path("alert").asText();
            assertThat(runbook).contains("\n## " + name + "\n");
            assertThat(one.at("/annotations/runbook").asText())
                    .isEqualTo("docs/operations.md#" + name.toLowerCase(Locale.ROOT));
            assertThat(one.at("/annotations/summary").asText()).isNotBlank();
            assertThat(one.at("/labels/severity").asText()).isIn("critical", "warning");
        }
    }

    private List<JsonNode> rules() {
        return rule.at("/spec/groups")
                .valueStream()
                .flatMap(g -> g.path("rules").valueStream())
                .toList();
    }

    /// The names in the code as Prometheus sees them; a counter's ends in `_total`.
    private static Set<String> metrics() {
        Set<String> names = new TreeSet<>();
        for (String module : List.of("ingest-service", "service-kit")) {
            try (var files = Files.walk(Repository.ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .forEach(file -> addMetrics(Repository.text(file), names));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return names;
    }

    private static void addMetrics(String source, Set<String> names) {
        COUNTED.matcher(source)
                .results()
                .map(found -> found.group(1).replace('.', '_'))
                .forEach(
                        name ->
                                names.add(
                                        source.contains("Gauge.builder") ? name : name + "_total"));
    }
}
