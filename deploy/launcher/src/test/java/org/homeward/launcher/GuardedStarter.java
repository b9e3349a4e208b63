package org.homeward.launcher;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.homeward.launcher.process.Await;
import org.homeward.launcher.process.Child;
import org.homeward.launcher.process.Guard;
import org.homeward.launcher.process.Spec;

/// Starts a guarded script, which starts a program; tells the script's pid, and waits to be killed.
final class GuardedStarter {
    private GuardedStarter() {}

    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        List<String> command =
                List.of(
                        "sh",
                        "-c",
                        "tail -f /dev/null & echo $! > started; mv started child; wait");
        Child child =
                Child.start(new Spec("test", command, Map.of(), folder, folder.resolve("log")));
        try (Guard guard = Guard.over(child)) {
            System.out.println(child.pid());
            Await.until(java.time.Duration.ofMinutes(1), () -> guard.hashCode() == child.pid());
        }
    }
}
