package org.homeward.launcher.command;

import java.util.concurrent.Callable;
import org.homeward.launcher.LocalTokens;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/// An access token for scripts.
@Command(
        name = "token",
        description = "Print nothing but an access token of a demo user, good for five minutes.",
        mixinStandardHelpOptions = true)
final class Token implements Callable<Integer> {
    @SuppressWarnings("NullAway.Init")
    @ParentCommand
    private Homeward parent;

    @SuppressWarnings("NullAway.Init")
    @Spec
    private CommandSpec spec;

    @SuppressWarnings("NullAway.Init")
    @Parameters(paramLabel = "USER", description = "nurse, physician, gp, device-admin, ...")
    private String user;

    @Override
    public Integer call() {
        String token = new LocalTokens(parent.config().keycloakUrl()).user(user);
        spec.commandLine().getOut().println(token);
        spec.commandLine().getOut().flush();
        return 0;
    }
}
