package org.homeward.launcher.command;

import java.util.concurrent.Callable;
import org.homeward.launcher.LocalStack;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// Stops the stack and deletes its data.
@Command(
        name = "reset",
        description = "Stop the stack and wipe its data, secrets and logs.",
        mixinStandardHelpOptions = true)
final class Reset implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        LocalStack stack = parent.stack();
        Progress progress = new Progress(spec.commandLine().getErr());
        Down.stop(stack, progress);
        progress.step("data wiped in " + stack.config().data(), stack::wipe);
        return 0;
    }
}
