package org.homeward.launcher.build;

import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.process.Programs;

/// Programs that the build and the tests need and that are not Java.
public final class Tools {
    private static final Pattern NODE = Pattern.compile("v(\\d+)\\..*");
    private static final int NODE_MAJOR = 20;

    private Tools() {}

    /// Checks what the dashboard's build needs.
    ///
    /// @throws LaunchFailure in one line if Node is missing or too old
    public static void requireNode() {
        Matcher version = NODE.matcher(Programs.run(List.of("node", "--version")).output());
        if (!version.matches()) {
            throw new LaunchFailure(
                    "Node %d or later is missing; the dashboard's build needs it"
                            .formatted(NODE_MAJOR));
        }
        if (Integer.parseInt(version.group(1)) < NODE_MAJOR) {
            throw new LaunchFailure(
                    "Node is %s; the dashboard's build needs %d or later"
                            .formatted(version.group(), NODE_MAJOR));
        }
    }

    /// Sees to a browser for the browser test, from the system's packages where that is allowed.
    public static void chromium(Consumer<String> say) {
        if (browserThere()) {
            return;
        }
        if (!Programs.present("apt-get")
                || !Programs.run(List.of("id", "-u")).output().equals("0")) {
            say.accept(
                    "Chromium is missing and cannot be installed from here (needs apt-get as root):"
                            + " the browser test will fail until it is there.");
            return;
        }
        say.accept("Installing Chromium from the system's packages");
        Programs.run(List.of("apt-get", "update", "-qq"));
        Programs.Result result =
                Programs.run(
                        List.of(
                                "env",
                                "DEBIAN_FRONTEND=noninteractive",
                                "apt-get",
                                "install",
                                "-y",
                                "-qq",
                                "--no-install-recommends",
                                "chromium"));
        if (!result.ok()) {
            say.accept("Chromium could not be installed: " + result.output());
        }
    }

    private static boolean browserThere() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .anyMatch(Programs::present);
    }
}
