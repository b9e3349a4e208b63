package org.homeward.launcher.platform;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.homeward.launcher.Component;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.Ports;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.process.Spec;
import org.homeward.launcher.server.Jvm;
import org.homeward.launcher.server.Server;
import org.homeward.launcher.server.Sockets;

/// One of our four services, as its build packaged it.
public final class Service implements Server {
    private static final int HEAP_MB = 96;

    /// The heap follows what lives in it, freed native memory goes back, and the ahead-of-time
    /// cache stays where it was written for, so that its pages are the file's and not copies with
    /// other addresses: four services share a laptop.
    private static final List<String> FRUGAL =
            List.of(
                    "-Xms24m",
                    "-XX:MinHeapFreeRatio=15",
                    "-XX:MaxHeapFreeRatio=30",
                    "-XX:TrimNativeHeapInterval=10000",
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:ArchiveRelocationMode=0");

    private final StackConfig config;
    private final Component component;

    public Service(StackConfig config, Component component) {
        this.config = config;
        this.component = component;
    }

    @Override
    public void prepare() {
        if (!Files.exists(jar())) {
            throw new LaunchFailure(component.label() + " is not built: " + jar() + " is missing");
        }
    }

    private Path jar() {
        return config.home().service(component).resolve("target/quarkus-app/quarkus-run.jar");
    }

    private static List<String> java() {
        return Jvm.command(
                HEAP_MB,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
    }

    /// A run beside the service that builds its store again and ends.
    Spec rebuild() {
        prepare();
        List<String> command = java();
        command.addAll(FRUGAL);
        command.addAll(List.of("-jar", jar().toString()));
        Path log = config.log(component).resolveSibling("rebuild.log");
        return new Spec(
                "rebuild", command, new ServiceSettings(config).rebuild(), config.data(), log);
    }

    @Override
    public Spec spec() {
        List<String> command = java();
        new AotCache(config.home(), component, jar())
                .option(!config.guarded())
                .ifPresent(command::add);
        command.addAll(FRUGAL);
        if (component == Component.FOLLOWUP) {
            // It sees people's actions, not every reading: quick code is worth no memory here.
            command.add("-XX:TieredStopAtLevel=1");
        }
        command.addAll(List.of("-jar", jar().toString()));
        Map<String, String> environment = new ServiceSettings(config).environment(component);
        environment.put("MALLOC_ARENA_MAX", "2");
        return new Spec(
                component.label(), command, environment, config.data(), config.log(component));
    }

    /// A migration of millions of rows takes minutes; a service that gives up ends by itself.
    @Override
    public Duration startLimit() {
        return Duration.ofMinutes(15);
    }

    @Override
    public boolean ready() {
        return Sockets.answers200(
                "http://" + Ports.HOST + ":" + config.ports().of(component) + "/q/health/ready");
    }
}
