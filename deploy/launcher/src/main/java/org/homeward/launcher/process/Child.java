package org.homeward.launcher.process;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A running program that was started by the launcher, in this run or an earlier one. It is known
/// by pid and start time together, so that a pid used again by a stranger is never signalled.
public final class Child {
    private static final Duration START_TIME_JITTER = Duration.ofSeconds(2);
    private static final Duration KILL_LIMIT = Duration.ofSeconds(10);

    private final ProcessHandle handle;
    private final Instant startedAt;

    private Child(ProcessHandle handle, Instant startedAt) {
        this.handle = handle;
        this.startedAt = startedAt;
    }

    /// Starts the program in a session of its own: it holds none of the caller's descriptors and
    /// gets no signal from the caller's terminal.
    public static Child start(Spec spec) {
        List<String> command = new ArrayList<>();
        if (Programs.present("setsid")) {
            command.add("setsid");
        }
        command.addAll(spec.command());
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(spec.directory().toFile())
                        .redirectErrorStream(true)
                        .redirectInput(Redirect.from(new File("/dev/null")))
                        .redirectOutput(Redirect.appendTo(spec.log().toFile()));
        builder.environment().putAll(spec.environment());
        try {
            Files.createDirectories(Path.of(spec.log().toString()).toAbsolutePath().getParent());
            ProcessHandle handle = builder.start().toHandle();
            return new Child(handle, handle.info().startInstant().orElseGet(Instant::now));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + spec.name(), e);
        }
    }

    /// The process an earlier run recorded, if it is still there.
    public static Optional<Child> find(long pid, Instant startedAt) {
        return ProcessHandle.of(pid)
                .filter(handle -> sameStart(handle, startedAt))
                .map(handle -> new Child(handle, startedAt))
                .filter(Child::alive);
    }

    private static boolean sameStart(ProcessHandle handle, Instant startedAt) {
        return handle.info()
                .startInstant()
                .map(found -> Duration.between(found, startedAt).abs())
                .filter(difference -> difference.compareTo(START_TIME_JITTER) <= 0)
                .isPresent();
    }

    public long pid() {
        return handle.pid();
    }

    public Instant startedAt() {
        return startedAt;
    }

    /// Whether it runs; an ended process that nobody has collected yet does not.
    public boolean alive() {
        return handle.isAlive() && !ended();
    }

    private boolean ended() {
        try {
            String stat = Files.readString(Path.of("/proc/" + handle.pid() + "/stat"));
            return stat.startsWith("Z", stat.lastIndexOf(')') + 2);
        } catch (IOException e) {
            return false;
        }
    }

    /// Asks it to end by the signal, and ends it when the time is over.
    ///
    /// @return whether it ended by itself
    public boolean stop(String signal, Duration grace) {
        if (!alive()) {
            return true;
        }
        Programs.run(List.of("kill", "-" + signal, Long.toString(pid())));
        boolean graceful = Await.until(grace, () -> !alive());
        if (!graceful) {
            kill();
        }
        return graceful;
    }

    /// SIGKILL to it and to what it started in its session, such as the server behind a start
    /// script; returns when the process is gone.
    public void kill() {
        Programs.run(List.of("kill", "-s", "KILL", "--", "-" + pid()));
        handle.destroyForcibly();
        if (!Await.until(KILL_LIMIT, () -> !alive())) {
            throw new IllegalStateException("process " + pid() + " does not end");
        }
    }
}
