package org.homeward.helm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The settings that a service declares in its `@ConfigMapping` interface, read from the source, so
/// that this module needs none of the services on its class path.
final class ConfigMappings {
    private static final Pattern PREFIX =
            Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern NESTED =
            Pattern.compile("interface (\\w+) \\{([^{}]*)}", Pattern.DOTALL);
    private static final Pattern SETTING =
            Pattern.compile("(?:@WithDefault\\(\"([^\"]*)\"\\)\\s+)?([\\w<>., ]+?) (\\w+)\\(\\);");

    private ConfigMappings() {}

    static Properties of(Path sources) {
        var all = new Properties();
        try (Stream<Path> files = Files.walk(sources)) {
            files.filter(file -> file.toString().endsWith("Config.java"))
                    .forEach(file -> add(Repository.text(file), all));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    private static void add(String source, Properties all) {
        var prefix = PREFIX.matcher(source);
        if (!prefix.find()) {
            return;
        }
        String body = source.substring(source.indexOf('{', prefix.end()) + 1);
        String own = NESTED.matcher(body).replaceAll("");
        for (MatchResult setting : SETTING.matcher(own).results().toList()) {
            String key = prefix.group(1) + "." + kebab(setting.group(3));
            all.setProperty(key, setting.group(1) == null ? "" : setting.group(1));
            NESTED.matcher(body)
                    .results()
                    .filter(nested -> nested.group(1).equals(setting.group(2).strip()))
                    .flatMap(nested -> SETTING.matcher(nested.group(2)).results())
                    .forEach(
                            inner ->
                                    all.setProperty(
                                            key + "." + kebab(inner.group(3)),
                                            inner.group(1) == null ? "" : inner.group(1)));
        }
    }

    private static String kebab(String camel) {
        return camel.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }
}
