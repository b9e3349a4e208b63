package org.homeward.launcher;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.homeward.launcher.platform.Service;
import org.homeward.launcher.platform.Ward;
import org.homeward.launcher.process.Await;
import org.homeward.launcher.process.Child;
import org.homeward.launcher.process.Folders;
import org.homeward.launcher.process.Guard;
import org.homeward.launcher.process.Logs;
import org.homeward.launcher.server.Kafka;
import org.homeward.launcher.server.Keycloak;
import org.homeward.launcher.server.Postgres;
import org.homeward.launcher.server.Schemas;
import org.homeward.launcher.server.Server;
import org.homeward.launcher.server.TopicSetup;
import org.jspecify.annotations.Nullable;

/// A stack on this machine, whole or in part, running or not: starts, stops and kills single
/// components on any data folder and ports, and remembers across calls of the launcher what runs.
public final class LocalStack implements AutoCloseable {
    /// Generous, since a service that has recorded for its ahead-of-time cache writes it at its
    /// end.
    private static final Duration STOP_LIMIT = Duration.ofSeconds(90);

    private final StackConfig config;
    private final StackState state;
    private final Map<Component, Guard> guards = new EnumMap<>(Component.class);

    private LocalStack(StackConfig config) {
        this.config = config;
        this.state = new StackState(config.data());
    }

    /// The stack of a data folder, with what an earlier call started there.
    public static LocalStack open(StackConfig config) {
        return new LocalStack(config);
    }

    public StackConfig config() {
        return config;
    }

    /// Starts a component and returns when its process runs; one that runs already is left alone.
    public void start(Component component) {
        if (running(component)) {
            return;
        }
        Server server = server(component);
        server.prepare();
        Child child = Child.start(server.spec());
        synchronized (this) {
            state.put(component, child);
            if (config.guarded()) {
                guards.put(component, Guard.over(child));
            }
        }
    }

    /// Waits until the component does its work.
    ///
    /// @throws LaunchFailure with the end of its log if it ended or took too long
    public void awaitReady(Component component) {
        Server server = server(component);
        boolean up = Await.until(server.startLimit(), () -> !running(component) || server.ready());
        if (!up || !running(component)) {
            throw new LaunchFailure(
                    "%s %s. The end of %s:%n%s"
                            .formatted(
                                    component.label(),
                                    up ? "ended while starting" : "is not ready in time",
                                    config.log(component),
                                    Logs.tail(config.log(component), 30)));
        }
    }

    /// Makes beforehand what each component needs, which takes long the first time.
    public void prepareAll() {
        together(Component.INFRASTRUCTURE, component -> server(component).prepare());
        Component.SERVICES.forEach(component -> server(component).prepare());
    }

    /// Starts the components together and waits for all.
    public void startAll(List<Component> components) {
        startAll(components, ready -> {});
    }

    /// The same, telling each that is ready.
    public void startAll(List<Component> components, Consumer<Component> ready) {
        together(
                components,
                component -> {
                    start(component);
                    awaitReady(component);
                    ready.accept(component);
                });
    }

    /// Does it for all at once; the first failure ends the others' waiting.
    private static void together(List<Component> components, Consumer<Component> action) {
        AtomicReference<@Nullable RuntimeException> first = new AtomicReference<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Component component : components) {
                threads.execute(
                        () -> {
                            try {
                                action.accept(component);
                            } catch (RuntimeException e) {
                                first.compareAndSet(null, e);
                                threads.shutdownNow();
                            }
                        });
            }
        }
        RuntimeException failure = first.get();
        if (failure != null) {
            throw failure;
        }
    }

    /// Makes schemas, roles and topics where they are missing; needs PostgreSQL and Kafka.
    public void setUp() {
        new Schemas(new Postgres(config), new Secrets(config.secrets())).create();
        TopicSetup.create(config.kafkaBootstrap(), config.partitions());
    }

    public boolean running(Component component) {
        return state.get(component).isPresent();
    }

    public boolean ready(Component component) {
        return running(component) && server(component).ready();
    }

    public Optional<Long> pid(Component component) {
        return state.get(component).map(Child::pid);
    }

    /// Stops a component gracefully; kills it if it does not end in time.
    public void stop(Component component) {
        unguard(component);
        String signal = server(component).stopSignal();
        state.get(component).ifPresent(child -> child.stop(signal, STOP_LIMIT));
        state.remove(component);
    }

    /// SIGKILL, as a crash would; returns when the process is gone. [#start] brings it back.
    public void kill(Component component) {
        unguard(component);
        state.get(component).ifPresent(Child::kill);
        state.remove(component);
    }

    /// Kills everything that runs; for the end of tests, where nothing is worth a graceful stop.
    public void killAll() {
        List.of(Component.values()).reversed().forEach(this::kill);
    }

    private synchronized void unguard(Component component) {
        Guard guard = guards.remove(component);
        if (guard != null) {
            guard.close();
        }
    }

    private Server server(Component component) {
        return switch (component) {
            case POSTGRES -> new Postgres(config);
            case KAFKA -> new Kafka(config);
            case KEYCLOAK -> new Keycloak(config);
            case INGEST, ALERT, FOLLOWUP, GATEWAY -> new Service(config, component);
            case WARD -> new Ward(config);
        };
    }

    /// Stops everything and deletes the data folder, save what is shared by all stacks of the
    /// checkout and only speeds up the next start.
    public void wipe() {
        close();
        Folders.delete(config.data(), List.of(config.home().cache()));
    }

    /// Stops everything: the ward, the services together, then what they stand on.
    @Override
    public void close() {
        close(stopped -> {});
    }

    /// The same, telling each that has stopped.
    public void close(Consumer<Component> stopped) {
        Consumer<Component> stop =
                component -> {
                    if (running(component)) {
                        stop(component);
                        stopped.accept(component);
                    }
                };
        stop.accept(Component.WARD);
        together(Component.SERVICES, stop);
        Component.INFRASTRUCTURE.reversed().forEach(stop);
    }
}
