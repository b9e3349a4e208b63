package org.homeward.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.launcher.Home;
import org.junit.jupiter.api.Test;

/// The README names commands, classes and pages that are there.
class ReadmeTest {
    private final Path root = Home.find().root();
    private final String readme = read();

    @Test
    void everyCommandThatItNamesIsOne() {
        Set<String> commands = Homeward.commandLine(Map.of()).getSubcommands().keySet();
        assertThat(all("\\./homeward ([a-z]+)")).hasSizeGreaterThan(5).isSubsetOf(commands);
    }

    @Test
    void theWayOfAReadingNamesClassesThatExist() throws IOException {
        String way = readme.substring(readme.indexOf("## Start reading here"));
        List<String> named =
                Pattern.compile("`([A-Z]\\w+)`")
                        .matcher(way)
                        .results()
                        .map(ReadmeTest::one)
                        .toList();
        assertThat(named).hasSizeGreaterThan(4);
        assertThat(sources()).containsAll(named);
    }

    @Test
    void everyPageThatItPointsToIsThere() {
        assertThat(all("\\]\\(([^)#:]+)\\)"))
                .isNotEmpty()
                .allSatisfy(page -> assertThat(root.resolve(page)).exists());
    }

    private Set<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(readme)
                .results()
                .map(ReadmeTest::one)
                .collect(Collectors.toSet());
    }

    private static String one(MatchResult match) {
        return match.group(1);
    }

    private Set<String> sources() throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> modules = Files.list(root)) {
            for (Path main : modules.map(m -> m.resolve("src/main/java")).toList()) {
                if (Files.isDirectory(main)) {
                    names.addAll(sources(main));
                }
            }
        }
        return names;
    }

    private static Set<String> sources(Path main) throws IOException {
        try (Stream<Path> files = Files.walk(main)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
        }
    }

    private String read() {
        try {
            return Files.readString(root.resolve("README.md"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
