package org.homeward.launcher.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.homeward.launcher.Component;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.process.Spec;
import org.homeward.launcher.server.Server;

/// The demo ward: simulated devices that send while the stack runs. It listens nowhere; it is ready
/// once its devices are live, which it says by a file.
public final class Ward implements Server {
    private final StackConfig config;

    public Ward(StackConfig config) {
        this.config = config;
    }

    @Override
    public void prepare() {
        Simulator.requireBuilt(config.home());
        try {
            Files.deleteIfExists(live());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Spec spec() {
        return new Spec(
                Component.WARD.label(),
                Simulator.command(config.home(), List.of("ward")),
                Simulator.environment(config, Map.of()),
                config.data(),
                config.log(Component.WARD));
    }

    @Override
    public boolean ready() {
        return Files.exists(live());
    }

    private Path live() {
        return config.data().resolve("ward-live");
    }
}
