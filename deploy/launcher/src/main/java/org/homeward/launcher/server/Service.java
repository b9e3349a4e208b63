package org.homeward.launcher.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.homeward.launcher.Component;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.Ports;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.process.Spec;

/// One of our four services, as its build packaged it.
public final class Service implements Server {
    private static final int HEAP_MB = 128;

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

    @Override
    public Spec spec() {
        List<String> command =
                Jvm.command(
                        HEAP_MB,
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");
        new AotCache(config.home(), component, jar())
                .option(!config.guarded())
                .ifPresent(command::add);
        command.addAll(List.of("-jar", jar().toString()));
        Map<String, String> environment = new ServiceSettings(config).environment(component);
        return new Spec(
                component.label(), command, environment, config.data(), config.log(component));
    }

    @Override
    public boolean ready() {
        return Sockets.answers200(
                "http://" + Ports.HOST + ":" + config.ports().of(component) + "/q/health/ready");
    }
}
