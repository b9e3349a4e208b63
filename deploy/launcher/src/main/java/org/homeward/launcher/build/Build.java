package org.homeward.launcher.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.launcher.Home;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.process.Logs;

/// Builds what changed since the last build by this command, and no more.
public final class Build {
    private static final Pattern BUILDING =
            Pattern.compile("\\[INFO] Building (.+?) [0-9][^ ]*( +\\[.*])?$");
    private static final List<String> QUICK = List.of("package", "-Pquick", "-DskipTests");

    private final Home home;
    private final Consumer<String> say;

    public Build(Home home, Consumer<String> say) {
        this.home = home;
        this.say = say;
    }

    /// Brings what a stack runs up to date.
    ///
    /// @param withSimulator whether the demo ward's devices are wanted too
    public void upToDate(boolean withSimulator) {
        List<Module> wanted = new ArrayList<>(Module.STACK);
        if (withSimulator) {
            wanted.add(Module.SIMULATOR);
        }
        build(wanted);
    }

    public void simulatorUpToDate() {
        build(List.of(Module.EVENTS, Module.SIMULATOR));
    }

    private void build(List<Module> wanted) {
        List<Module> stale = wanted.stream().filter(this::stale).toList();
        if (stale.isEmpty()) {
            return;
        }
        if (stale.contains(Module.GATEWAY)) {
            Tools.requireNode();
        }
        say.accept("Building " + names(stale));
        Maven maven = new Maven(home.root(), home.state().resolve("logs/build.log"));
        if (!maven.run(arguments(stale, wanted), this::progress)) {
            throw new LaunchFailure(
                    "the build failed; the end of %s:%n%s"
                            .formatted(maven.log(), Logs.tail(maven.log(), 40)));
        }
        wanted.forEach(this::stamp);
    }

    /// The stale modules, what they need, and of the wanted ones those that stand on them.
    private static List<String> arguments(List<Module> stale, List<Module> wanted) {
        List<Module> all = stale.stream().anyMatch(Build::foundation) ? wanted : stale;
        return Stream.concat(
                        QUICK.stream(),
                        Stream.of(
                                "-am",
                                "-pl",
                                all.stream().map(Module::path).collect(Collectors.joining(","))))
                .toList();
    }

    private static boolean foundation(Module module) {
        return module == Module.EVENTS || module == Module.KIT;
    }

    private void progress(String line) {
        Matcher building = BUILDING.matcher(line);
        if (building.matches()) {
            say.accept("  " + building.group(1));
        }
    }

    private static String names(List<Module> modules) {
        return modules.stream().map(Module::path).collect(Collectors.joining(", "));
    }

    private boolean stale(Module module) {
        Path stamp = stampFile(module);
        try {
            return !Files.exists(home.root().resolve(module.path()).resolve(module.output()))
                    || !Files.exists(stamp)
                    || !Files.readString(stamp).equals(fingerprint(module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String fingerprint(Module module) {
        return Fingerprint.of(home.root(), module.path());
    }

    private void stamp(Module module) {
        try {
            Path stamp = stampFile(module);
            Files.createDirectories(stamp.getParent());
            Files.writeString(stamp, fingerprint(module));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path stampFile(Module module) {
        return home.cache().resolve("built").resolve(module.path().replace('/', '-'));
    }
}
