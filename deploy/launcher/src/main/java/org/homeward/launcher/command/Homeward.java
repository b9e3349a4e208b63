package org.homeward.launcher.command;

import java.util.Map;
import org.homeward.launcher.Home;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.LocalStack;
import org.homeward.launcher.StackConfig;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The command line's root: everything the project does locally hangs below it.
@Command(
        name = "homeward",
        description = "Homeward on this machine: run it, feed it, measure it, test it.",
        mixinStandardHelpOptions = true,
        version = "Homeward 0.1.0",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "HOMEWARD_DATA is the folder of a stack's data (default .homeward),",
            "HOMEWARD_PORT_OFFSET is added to all its ports (default 0)."
        },
        subcommands = {
            Up.class,
            Down.class,
            Reset.class,
            Status.class,
            TestCommand.class,
            Token.class,
            Device.class,
            Simulated.Import.class,
            Simulated.Simulate.class,
            Simulated.Bench.class,
            TopicsCommand.class,
            RebuildCommand.class
        })
public final class Homeward {
    private final Map<String, String> environment;

    private Homeward(Map<String, String> environment) {
        this.environment = environment;
    }

    /// The command line over an environment, whose `HOMEWARD_*` variables choose the stack.
    public static CommandLine commandLine(Map<String, String> environment) {
        CommandLine commands = new CommandLine(new Homeward(environment));
        commands.setExecutionExceptionHandler(Homeward::complain);
        return commands;
    }

    private static int complain(
            Exception failure, CommandLine command, CommandLine.ParseResult arguments)
            throws Exception {
        if (failure instanceof LaunchFailure) {
            command.getErr().println("homeward: " + failure.getMessage());
            return 1;
        }
        throw failure;
    }

    StackConfig config() {
        return StackConfig.of(Home.find(), environment);
    }

    LocalStack stack() {
        return LocalStack.open(config());
    }
}
