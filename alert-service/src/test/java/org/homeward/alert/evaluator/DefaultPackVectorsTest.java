package org.homeward.alert.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.homeward.alert.episode.OpenAlert;
import org.homeward.alert.rule.Threshold;
import org.homeward.alert.rulebook.DefaultPack;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DefaultPackVectorsTest {
    private static final String FILE = "/org/homeward/alert/rulebook/default-pack-vectors.csv";

    static Stream<String> vectors() throws IOException {
        try (InputStream csv =
                Objects.requireNonNull(DefaultPackVectorsTest.class.getResourceAsStream(FILE))) {
            List<String> lines =
                    new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.startsWith("#") && !line.isBlank())
                            .toList();
            return lines.stream();
        }
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void thePackDecidesAsItsVectorsSay(String vector) {
        String[] f = vector.split(";", -1);
        Threshold rule = rule(f[0]);
        Scene scene = new Scene(rule.code());
        int raisedAt = 0;
        int number = 0;
        for (String value : f[1].split(" ", -1)) {
            number++;
            scene.sends(value);
            if (raisedAt == 0 && !scene.effects.isEmpty()) {
                raisedAt = number;
            }
        }
        assertThat(raisedAt).isEqualTo(Integer.parseInt(f[2]));
        if (raisedAt > 0) {
            OpenAlert alert = scene.effects.getFirst().alert();
            assertThat(alert.rule().id()).isEqualTo(f[0]);
            assertThat(alert.onsetId()).isEqualTo(Scene.reading(Integer.parseInt(f[3])));
            assertThat(alert.priority().wire()).isEqualTo(f[4]);
        }
    }

    @Test
    void everyRuleHasVectorsThatRaiseAndVectorsThatDoNot() throws IOException {
        for (Threshold rule : DefaultPack.standard().rules()) {
            List<String> own = vectors().filter(v -> v.startsWith(rule.id() + ";")).toList();
            assertThat(own).as(rule.id()).anyMatch(v -> !v.endsWith(";-"));
            assertThat(own).as(rule.id()).anyMatch(v -> v.endsWith(";-"));
        }
    }

    private static Threshold rule(String id) {
        return DefaultPack.standard().rules().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
