package org.homeward.launcher.server;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.homeward.launcher.Home;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.Ports;
import org.homeward.launcher.process.Await;
import org.homeward.launcher.process.Child;
import org.homeward.launcher.process.Logs;
import org.homeward.launcher.process.Spec;

/// Keycloak's distribution, unpacked, built for our options and started once so that its database
/// has its tables: about a minute, once per version, instead of at every stack's first start.
final class KeycloakTemplate {
    private static final List<String> BUILD =
            List.of(
                    "build",
                    "--db=dev-file",
                    "--health-enabled=true",
                    "--features-disabled=impersonation");
    private static final Duration LIMIT = Duration.ofMinutes(4);

    private KeycloakTemplate() {}

    static Path prepare(Home home) throws IOException {
        Path archive = archive(home);
        String version = archive.getFileName().toString().replace(".zip", "");
        String options = Integer.toHexString(String.join(" ", BUILD).hashCode());
        return Unpacked.once(
                home.cache().resolve(version + "-" + options), to -> fill(archive, to));
    }

    private static Path archive(Home home) throws IOException {
        Path target = home.keycloakTarget();
        if (Files.isDirectory(target)) {
            try (Stream<Path> files = Files.list(target)) {
                return files.filter(file -> file.toString().endsWith(".zip"))
                        .findFirst()
                        .orElseThrow(() -> missing(target));
            }
        }
        throw missing(target);
    }

    private static LaunchFailure missing(Path target) {
        return new LaunchFailure("Keycloak is not built: no distribution in " + target);
    }

    private static void fill(Path archive, Path folder) throws IOException {
        Unpacked.zip(archive, folder);
        Path log = folder.resolveSibling(folder.getFileName() + ".log");
        Files.deleteIfExists(log);
        run(new Spec("keycloak-build", build(folder), Keycloak.environment(), folder, log));
        firstStart(folder, log);
    }

    private static List<String> build(Path folder) {
        return Stream.concat(Stream.of(folder.resolve("bin/kc.sh").toString()), BUILD.stream())
                .toList();
    }

    private static void run(Spec spec) {
        Child child = Child.start(spec);
        Await.until(LIMIT, () -> !child.alive());
        child.kill();
        if (!Logs.tail(spec.log(), 10).contains("configuration updated and persisted")) {
            throw failed(spec.log());
        }
    }

    private static void firstStart(Path folder, Path log) {
        Ports ports = Ports.free();
        List<String> command =
                Keycloak.command(folder, ports.keycloak(), ports.keycloakManagement());
        Child child =
                Child.start(new Spec("keycloak", command, Keycloak.environment(), folder, log));
        String health = "http://" + Ports.HOST + ":" + ports.keycloakManagement() + "/health/ready";
        boolean up = Await.until(LIMIT, () -> !child.alive() || Sockets.answers200(health));
        boolean stayed = child.alive();
        child.stop("TERM", Duration.ofSeconds(20));
        if (!up || !stayed) {
            throw failed(log);
        }
    }

    private static LaunchFailure failed(Path log) {
        return new LaunchFailure("Keycloak cannot be prepared:\n" + Logs.tail(log, 20));
    }

    /// Links the files that are only read and copies the data.
    static void copy(Path template, Path folder) throws IOException {
        Files.walkFileTree(
                template,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path at, BasicFileAttributes a)
                            throws IOException {
                        Files.createDirectories(folder.resolve(template.relativize(at)));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a)
                            throws IOException {
                        Path to = folder.resolve(template.relativize(file));
                        if (file.startsWith(template.resolve("data"))) {
                            Files.copy(file, to);
                        } else {
                            link(file, to);
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
    }

    private static void link(Path file, Path to) throws IOException {
        try {
            Files.createLink(to, file);
        } catch (IOException | UnsupportedOperationException e) {
            Files.copy(file, to, java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }
}
