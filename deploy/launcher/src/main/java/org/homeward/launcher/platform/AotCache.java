package org.homeward.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.homeward.launcher.Component;
import org.homeward.launcher.Home;

/// A service's ahead-of-time cache: a run after a build records what it loaded, and writes it when
/// it is stopped; later runs start from it in about a third of the time. The JVM itself ignores a
/// cache that does not fit and starts without.
final class AotCache {
    private final Path file;
    private final Path jar;

    AotCache(Home home, Component component, Path jar) {
        this.file = home.cache().resolve("aot").resolve(component.label() + ".aot");
        this.jar = jar;
    }

    /// What to add to the command line, if anything.
    ///
    /// @param train whether this run may record for the next ones; one that will be killed may not
    Optional<String> option(boolean train) {
        try {
            if (!Files.exists(jar)) {
                return Optional.empty();
            }
            // An empty one is left by a run that was killed while it wrote.
            if (Files.exists(file)
                    && Files.size(file) > 0
                    && Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(jar))
                            > 0) {
                return Optional.of("-XX:AOTCache=" + file);
            }
            if (!train) {
                return Optional.empty();
            }
            Files.createDirectories(file.getParent());
            return Optional.of("-XX:AOTCacheOutput=" + file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
