package org.homeward.launcher.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.homeward.launcher.Home;
import org.homeward.launcher.build.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Everything that must pass before a change lands.
@Command(
        name = "test",
        description = "Build and test everything, as CI does.",
        mixinStandardHelpOptions = true)
final class TestCommand implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @Option(names = "--long", description = "The fault campaign four times over.")
    private boolean longer;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        return new TestRun(Home.find(), new Progress(out)::say).run(longer) ? 0 : 1;
    }
}
