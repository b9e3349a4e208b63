package org.homeward.launcher.server;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The Java this launcher runs on, which is also what it starts.
public final class Jvm {
    private Jvm() {}

    public static String home() {
        return System.getProperty("java.home");
    }

    /// A command that runs a small server well on few cores.
    ///
    /// @param heapMb the most the heap may take
    public static List<String> command(int heapMb, String... more) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(home(), "bin", "java").toString());
        command.add("-Xmx" + heapMb + "m");
        command.add("-XX:+UseSerialGC");
        command.add("-XX:+UseCompactObjectHeaders");
        command.add("-XX:+ExitOnOutOfMemoryError");
        command.add("-Djava.net.preferIPv4Stack=true");
        command.addAll(List.of(more));
        return command;
    }
}
