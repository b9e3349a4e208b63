package org.homeward.launcher.command;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.homeward.launcher.Component;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.LocalStack;
import org.homeward.launcher.platform.Rebuild;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// The readings' store once more, from the log.
@Command(
        name = "rebuild",
        description = {
            "Build the readings' store again from the log, in schema " + Rebuild.SCHEMA + ",",
            "and compare it with the one that is there. Changes nothing in that."
        },
        mixinStandardHelpOptions = true)
final class RebuildCommand implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalStack stack = parent.stack();
        if (!stack.running(Component.POSTGRES) || !stack.running(Component.KAFKA)) {
            throw new LaunchFailure("nothing runs; start the stack first: ./homeward up");
        }
        List<Rebuild.Part> parts = new Rebuild(stack.config()).run();
        PrintWriter out = spec.commandLine().getOut();
        out.println("%-10s %12s %12s".formatted("", "before", "rebuilt"));
        parts.forEach(
                part ->
                        out.println(
                                "%-10s %12d %12d  %s"
                                        .formatted(
                                                part.name(),
                                                part.before().items(),
                                                part.after().items(),
                                                part.same() ? "the same" : "DIFFERENT")));
        out.flush();
        return parts.stream().allMatch(Rebuild.Part::same) ? 0 : 1;
    }
}
