package org.homeward.launcher.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// What it takes to run one program: nothing about it is inherited but the caller's environment, to
/// which `environment` is added.
public record Spec(
        String name,
        List<String> command,
        Map<String, String> environment,
        Path directory,
        Path log) {
    public Spec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
