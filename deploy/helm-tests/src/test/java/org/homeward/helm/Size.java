package org.homeward.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/// The chart's sizes, each rendered once.
enum Size {
    MINIMAL,
    STANDARD,
    HA;

    static final String RELEASE = "hw";
    private static final Map<Size, List<JsonNode>> RENDERED = new ConcurrentHashMap<>();

    List<JsonNode> documents() {
        return RENDERED.computeIfAbsent(
                this, size -> Yaml.documents(render(size.valuesFile(), digests())));
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return documents().stream()
                .map(Kinds::typed)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /// The resource of this kind for one service, by its folder's name.
    <T extends HasMetadata> T of(Class<T> type, String service) {
        return all(type).stream()
                .filter(one -> one.getMetadata().getName().equals(RELEASE + "-" + service))
                .findFirst()
                .orElseThrow(
                        () -> new AssertionError("no " + type.getSimpleName() + " of " + service));
    }

    LintResult lint() {
        // The lint command takes no values' file: it reads the chart's own, so a copy is linted.
        try {
            Path copy = Files.createTempDirectory("chart");
            try (var files = Files.walk(Repository.CHART)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    Path target = copy.resolve(Repository.CHART.relativize(file).toString());
                    Files.createDirectories(Objects.requireNonNull(target.getParent()));
                    Files.copy(file, target);
                }
            }
            Path values = copy.resolve("values.yaml");
            JsonNode merged =
                    Yaml.merge(
                            Yaml.merge(Yaml.read(values), Yaml.read(valuesFile())),
                            Yaml.read(digests()));
            Files.writeString(values, Yaml.write(merged));
            return new Helm(copy).lint().strict().call();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path valuesFile() {
        return Repository.CHART.resolve("values-" + name().toLowerCase(Locale.ROOT) + ".yaml");
    }

    static String render(Path... values) {
        var template = new Helm(Repository.CHART).template().withName(RELEASE);
        for (Path file : values) {
            template.withValuesFile(file);
        }
        return template.withNamespace("homeward").withKubeVersion("1.33.0").call();
    }

    static Path digests() {
        try {
            return Path.of(Objects.requireNonNull(Size.class.getResource("digests.yaml")).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
