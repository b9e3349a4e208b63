package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A rule that nobody can answer wakes people for nothing. That ingest-service has what they look
/// at is shown there, on the service.
class RulesTest {
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
    void everyRuleSaysWhatToDo() {
        String runbook = Repository.text(Repository.ROOT.resolve("docs/operations.md"));
        assertThat(rules()).hasSizeGreaterThan(4);
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
}
