package org.homeward.simulator;

import org.homeward.simulator.bench.BenchCommand;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Login;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/// The commands' entry. The launcher starts it with the stack's addresses in the environment.
@Command(
        name = "simulator",
        mixinStandardHelpOptions = true,
        description = "Brings readings into a running Homeward.",
        subcommands = {
            ImportCommand.class,
            SimulateCommand.class,
            WardCommand.class,
            BenchCommand.class
        })
public final class Simulator {
    private Simulator() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine line = new CommandLine(new Simulator());
        line.setExecutionExceptionHandler(
                (e, command, _) -> {
                    if (e instanceof Http.Unreachable
                            || e instanceof Gateway.Refused
                            || e instanceof Login.Refused
                            || e instanceof IllegalStateException) {
                        command.getErr().println(e.getMessage());
                        return 1;
                    }
                    throw e;
                });
        return line;
    }
}
