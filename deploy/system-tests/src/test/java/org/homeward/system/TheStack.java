package org.homeward.system;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.homeward.launcher.Component;
import org.homeward.launcher.Home;
import org.homeward.launcher.LocalStack;
import org.homeward.launcher.Ports;
import org.homeward.launcher.Secrets;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.platform.Simulator;
import org.homeward.launcher.server.Schemas;
import org.homeward.simulator.platform.DeviceBook;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Place;
import org.homeward.simulator.platform.Registry;
import org.jspecify.annotations.Nullable;

/// The one stack of this module, started by the first test that asks and killed with the JVM.
final class TheStack {
    private static final int PARTITIONS = 6;
    private static @Nullable TheStack running;

    private final LocalStack stack;
    private final Http http = new Http();

    private TheStack(LocalStack stack) {
        this.stack = stack;
    }

    static synchronized TheStack get() {
        TheStack found = running;
        if (found == null) {
            found = start();
            running = found;
        }
        return found;
    }

    /// A stack that runs already may be named by its data folder and port offset, for work on the
    /// tests themselves.
    private static TheStack start() {
        String data = System.getProperty("homeward.stack", "");
        if (!data.isEmpty()) {
            Ports ports = Ports.local(Integer.getInteger("homeward.stack.offset", 0));
            return new TheStack(
                    LocalStack.open(
                            new StackConfig(Home.find(), Path.of(data), ports, PARTITIONS, false)));
        }
        return fresh();
    }

    private static TheStack fresh() {
        Path data = Path.of("target", "stack-" + UUID.randomUUID());
        LocalStack stack = LocalStack.open(StackConfig.forTests(data, PARTITIONS));
        Runtime.getRuntime().addShutdownHook(new Thread(stack::killAll, "the stack's end"));
        stack.startAll(Component.INFRASTRUCTURE);
        stack.setUp();
        stack.startAll(Component.SERVICES);
        return new TheStack(stack);
    }

    LocalStack stack() {
        return stack;
    }

    StackConfig config() {
        return stack.config();
    }

    Ports ports() {
        return stack.config().ports();
    }

    Http http() {
        return http;
    }

    /// What the simulator's commands are told of this stack.
    Map<String, String> environment() {
        Map<Component, Long> pids = new EnumMap<>(Component.class);
        for (Component component : Component.values()) {
            stack.pid(component).ifPresent(pid -> pids.put(component, pid));
        }
        return Simulator.environment(stack.config(), pids);
    }

    Place place() {
        return Place.from(environment());
    }

    Gateway gateway() {
        return new Gateway(http, place());
    }

    Registry registry() {
        return new Registry(gateway(), DeviceBook.open(stack.config().data()));
    }

    /// A database connection as one service's role.
    Connection database(String role) throws SQLException {
        String password = new Secrets(stack.config().secrets()).get(role);
        return DriverManager.getConnection(
                stack.config().jdbcUrl(Schemas.DATABASE), role, password);
    }

    /// SIGKILL, then a start; returns when the component is ready again.
    void crash(Component component) {
        stack.kill(component);
        stack.start(component);
        stack.awaitReady(component);
    }

    /// Waits for a condition; fails naming it.
    static void await(String what, int seconds, BooleanSupplier condition) {
        if (!within(seconds, condition)) {
            throw new AssertionError("did not happen within " + seconds + " s: " + what);
        }
    }

    /// Waits for a condition; tells whether it came.
    static boolean within(int seconds, BooleanSupplier condition) {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                return false;
            }
            LockSupport.parkNanos(100_000_000);
        }
        return true;
    }
}
