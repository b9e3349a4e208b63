package org.homeward.launcher.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.ArrayList;
import java.util.List;

/// Ends a child when its starter dies without having been able to: a shell that waits for the end
/// of a pipe which the starter holds open. Tests use it, since a killed test JVM would otherwise
/// leave a broker behind.
public final class Guard implements AutoCloseable {
    private static final String SCRIPT =
            "trap '' INT TERM HUP; read -r word; [ \"$word\" = done ]"
                    + " || { kill -s KILL -- \"-$1\"; kill -s KILL \"$1\"; }";

    private final Process shell;

    private Guard(Process shell) {
        this.shell = shell;
    }

    public static Guard over(Child child) {
        try {
            return new Guard(
                    new ProcessBuilder(command(child.pid()))
                            .redirectOutput(Redirect.DISCARD)
                            .redirectError(Redirect.DISCARD)
                            .start());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start a guard", e);
        }
    }

    /// In a session of its own, or what ends the starter's process group would end the guard too.
    private static List<String> command(long pid) {
        List<String> command = new ArrayList<>();
        if (Programs.present("setsid")) {
            command.add("setsid");
        }
        command.addAll(List.of("sh", "-c", SCRIPT, "guard", Long.toString(pid)));
        return command;
    }

    @Override
    public void close() {
        try (var pipe = shell.outputWriter()) {
            pipe.write("done\n");
        } catch (IOException e) {
            shell.destroyForcibly();
        }
    }
}
