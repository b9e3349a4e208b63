package org.homeward.helm;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Where the files under test lie, and the services' settings as they are packaged.
final class Repository {
    static final Path ROOT = Path.of(System.getProperty("homeward.root", "../.."));
    static final Path CHART = ROOT.resolve("deploy/helm/homeward");
    static final Path INFRA = ROOT.resolve("deploy/infra");

    /// Folder of each service, by the key it has in the chart's values.
    static final Map<String, String> SERVICES =
            Map.of(
                    "ingest", "ingest-service",
                    "alert", "alert-service",
                    "followup", "followup-service",
                    "gateway", "gateway");

    private Repository() {}

    static String text(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A service's settings: the defaults in its config interface, the kit's, and its own over
    /// them.
    static Properties settings(String folder) {
        Properties all = ConfigMappings.of(ROOT.resolve(folder).resolve("src/main/java"));
        for (String file :
                List.of(
                        "service-kit/src/main/resources/META-INF/microprofile-config.properties",
                        folder + "/src/main/resources/application.properties")) {
            try (Reader reader = Files.newBufferedReader(ROOT.resolve(file))) {
                all.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return all;
    }
}
