package org.homeward.launcher;

import org.homeward.launcher.command.Homeward;

/// Where `./homeward` hands over to.
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(Homeward.commandLine(System.getenv()).execute(arguments));
    }
}
