package org.homeward.launcher.command;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.homeward.launcher.Component;
import org.homeward.launcher.LocalStack;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.build.Build;
import org.homeward.launcher.process.Await;
import org.homeward.launcher.process.Logs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Builds what is stale and starts the whole stack.
@Command(
        name = "up",
        description = "Build what is stale, start everything, say where to look; Ctrl-C stops it.",
        mixinStandardHelpOptions = true)
final class Up implements Callable<Integer> {
    private static final Duration FOR_EVER = Duration.ofDays(10_000);

    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Option(names = "--background", description = "Return when all are ready; `down` stops them.")
    private boolean background;

    @Option(names = "--empty", description = "No demo ward: no patients, no devices.")
    private boolean empty;

    @Override
    public Integer call() {
        LocalStack stack = parent.stack();
        Progress progress = new Progress(spec.commandLine().getErr());
        if (Stream.of(Component.values()).anyMatch(stack::running)) {
            return alreadyThere(stack);
        }
        stack.config().ports().requireFree();
        new Build(stack.config().home(), progress::say).upToDate(!empty);
        CountDownLatch over = stopAtExit(stack, progress);
        start(stack, progress);
        progress.say("Ready after %.1f s.".formatted(progress.seconds()));
        spec.commandLine().getOut().println(Welcome.text(stack.config(), !empty, background));
        spec.commandLine().getOut().flush();
        if (background) {
            Runtime.getRuntime().halt(0);
        }
        watch(stack, progress, over);
        return 0;
    }

    private int alreadyThere(LocalStack stack) {
        List<String> missing =
                Stream.concat(Component.INFRASTRUCTURE.stream(), Component.SERVICES.stream())
                        .filter(component -> !stack.ready(component))
                        .map(Component::label)
                        .toList();
        var err = spec.commandLine().getErr();
        if (missing.isEmpty()) {
            err.println("Homeward runs here already; ./homeward down stops it.");
            spec.commandLine().getOut().println(Welcome.text(stack.config(), false, true));
            return 0;
        }
        err.println(
                "homeward: a stack runs here already, but not whole (%s); ./homeward down first"
                        .formatted(String.join(", ", missing)));
        return 1;
    }

    private void start(LocalStack stack, Progress progress) {
        progress.say("Starting in " + stack.config().data());
        progress.step("PostgreSQL, Kafka and Keycloak prepared", stack::prepareAll);
        progress.step(
                "PostgreSQL and Kafka ready",
                () -> stack.startAll(List.of(Component.POSTGRES, Component.KAFKA)));
        progress.step("schemas, roles and topics there", stack::setUp);
        List<Component> rest = new ArrayList<>(List.of(Component.KEYCLOAK));
        rest.addAll(Component.SERVICES);
        progress.step(
                "Keycloak and the four services ready",
                () -> awaited(stack, rest),
                () -> stack.startAll(rest, ready -> progress.say("    " + ready.label())));
        if (!empty) {
            progress.step("demo ward started", () -> stack.start(Component.WARD));
        }
    }

    /// Who is not ready, each with the last it said: a migration of millions of rows takes minutes.
    private static String awaited(LocalStack stack, List<Component> components) {
        return components.stream()
                .filter(component -> !stack.ready(component))
                .map(
                        component ->
                                component.label()
                                        + ": "
                                        + Logs.tail(stack.config().log(component), 1))
                .collect(Collectors.joining("; "));
    }

    /// A stop by Ctrl-C or a failed start leaves nothing running.
    private CountDownLatch stopAtExit(LocalStack stack, Progress progress) {
        CountDownLatch over = new CountDownLatch(1);
        Runnable stop =
                () -> {
                    over.countDown();
                    progress.say("Stopping");
                    stack.close(component -> progress.say("  " + component.label()));
                    progress.say("Stopped; the data stay in " + stack.config().data());
                };
        Runtime.getRuntime().addShutdownHook(new Thread(stop, "stop"));
        return over;
    }

    /// Stays until the end and says when a component ended by itself.
    private void watch(LocalStack stack, Progress progress, CountDownLatch over) {
        List<Component> there =
                new ArrayList<>(Stream.of(Component.values()).filter(stack::running).toList());
        while (over.getCount() > 0 && !there.isEmpty()) {
            Await.until(
                    FOR_EVER,
                    () -> over.getCount() == 0 || !there.stream().allMatch(stack::running));
            for (Component component : List.copyOf(there)) {
                if (over.getCount() > 0 && !stack.running(component)) {
                    there.remove(component);
                    progress.say(ended(component, stack.config()));
                }
            }
        }
    }

    private static String ended(Component component, StackConfig config) {
        return component.label() + " ended; its log is " + config.log(component);
    }
}
