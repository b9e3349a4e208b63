package org.homeward.launcher.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.homeward.launcher.Component;
import org.homeward.launcher.Home;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.LocalStack;
import org.homeward.launcher.build.Build;
import org.homeward.launcher.platform.Simulator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/// The commands that the simulator's program carries out: their arguments are passed on as they
/// are, and so are their output and exit code.
abstract class Simulated implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Unmatched private List<String> arguments = new ArrayList<>();

    @Command(
            name = "import",
            description = "FHIR R4 patient bundles (.json, .json.gz): patients and their readings.")
    static final class Import extends Simulated {}

    @Command(name = "simulate", description = "Simulated patients and devices; --help says more.")
    static final class Simulate extends Simulated {}

    @Command(name = "bench", description = "Load test with the figures that count; --help.")
    static final class Bench extends Simulated {}

    @Override
    public Integer call() {
        LocalStack stack = parent.stack();
        Home home = stack.config().home();
        Progress progress = new Progress(spec.commandLine().getErr());
        boolean help = arguments.stream().anyMatch(a -> a.equals("--help") || a.equals("-h"));
        new Build(home, progress::say).simulatorUpToDate();
        if (!help) {
            requireRunning(stack);
        }
        List<String> all = new ArrayList<>(List.of(spec.name()));
        all.addAll(arguments);
        return run(
                Simulator.command(home, all), Simulator.environment(stack.config(), pids(stack)));
    }

    private static void requireRunning(LocalStack stack) {
        if (!stack.running(Component.GATEWAY)) {
            throw new LaunchFailure("no stack runs here: ./homeward up first");
        }
    }

    private static Map<Component, Long> pids(LocalStack stack) {
        Map<Component, Long> pids = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            stack.pid(component).ifPresent(pid -> pids.put(component, pid));
        }
        return pids;
    }

    private static int run(List<String> command, Map<String, String> environment) {
        ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            Thread stop = new Thread(process::destroy, "stop");
            Runtime.getRuntime().addShutdownHook(stop);
            return process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 130;
        }
    }
}
