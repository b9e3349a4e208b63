package org.homeward.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {
    @TempDir Path folder;

    @ParameterizedTest
    @EnumSource
    void helmsStrictLintHasNothingToSay(Size size) {
        var result = size.lint();
        assertThat(result.isFailed()).as(String.join("\n", result.getMessages())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void everyPropertyIsOneThatItsKindHas(Size size) {
        assertThat(size.documents()).hasSizeGreaterThan(20).allMatch(Kinds::isTyped);
        assertThat(size.documents()).flatExtracting(Kinds::leftOver).isEmpty();
    }

    @Test
    void aPropertyThatNoKindHasIsFound() {
        JsonNode document =
                Yaml.documents(
                                """
                                apiVersion: apps/v1
                                kind: Deployment
                                metadata: {name: x}
                                spec:
                                  template:
                                    spec:
                                      containers:
                                        - name: x
                                          readynessProbe: {periodSeconds: 1}
                                """)
                        .getFirst();
        assertThat(Kinds.leftOver(document))
                .singleElement()
                .asString()
                .endsWith("containers[].readynessProbe");
    }

    @ParameterizedTest
    @EnumSource
    void allFourServicesAreThere(Size size) {
        assertThat(size.all(Deployment.class))
                .extracting(one -> one.getMetadata().getName())
                .containsExactlyInAnyOrder(
                        "hw-ingest-service",
                        "hw-alert-service",
                        "hw-followup-service",
                        "hw-gateway");
    }

    @ParameterizedTest
    @EnumSource
    void theSelectorHoldsNothingThatChangesWithTheVersion(Size size) {
        assertThat(size.all(Deployment.class))
                .allSatisfy(
                        one ->
                                assertThat(one.getSpec().getSelector().getMatchLabels())
                                        .containsOnlyKeys(
                                                "app.kubernetes.io/name",
                                                "app.kubernetes.io/instance"));
    }

    @Test
    void withoutDigestsNothingIsRendered() {
        assertThatThrownBy(() -> Size.render(Size.STANDARD.valuesFile()))
                .hasMessageContaining("digest");
    }

    @Test
    void aTagInPlaceOfADigestIsRefused() throws IOException {
        refused("services: {gateway: {image: {digest: latest}}}", "digest");
    }

    @Test
    void anUnknownValueIsRefused() throws IOException {
        refused("services: {gateway: {replica: 2}}", "replica");
    }

    @Test
    void aPasswordHasNoPlaceInTheValues() throws IOException {
        refused("database: {password: secret}", "password");
    }

    private void refused(String values, String because) throws IOException {
        Path file = Files.writeString(folder.resolve("values.yaml"), values);
        assertThatThrownBy(() -> Size.render(Size.digests(), file)).hasMessageContaining(because);
    }

    @Test
    void aSizeSaysNothingButWhatSetsItApart() {
        for (Size size : List.of(Size.values())) {
            assertThat(Yaml.read(size.valuesFile()).fieldNames())
                    .toIterable()
                    .isSubsetOf("services", "topologySpread");
        }
    }
}
