package org.homeward.launcher.command;

import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.homeward.launcher.Component;
import org.homeward.launcher.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Stops what `up` started, and nothing else.
@Command(
        name = "down",
        description = "Stop the stack; its data stay.",
        mixinStandardHelpOptions = true)
final class Down implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        stop(parent.stack(), new Progress(spec.commandLine().getErr()));
        return 0;
    }

    static void stop(LocalStack stack, Progress progress) {
        if (Stream.of(Component.values()).noneMatch(stack::running)) {
            progress.say("Nothing runs here.");
            return;
        }
        stack.close(stopped -> progress.say("  " + stopped.label() + " stopped"));
        progress.say("Stopped after %.1f s.".formatted(progress.seconds()));
    }
}
