package org.homeward.launcher.server;

import java.nio.file.Path;
import java.util.List;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.process.Programs;

/// PostgreSQL refuses to run as root. As root it is started in a user namespace of its own, or,
/// where that is forbidden, as another user of the system who then owns its files.
final class Rootless {
    private enum Way {
        AS_IS,
        NAMESPACE,
        OTHER_USER
    }

    private static final String USER = "nobody";

    private final Way way;

    private Rootless(Way way) {
        this.way = way;
    }

    static Rootless find() {
        if (!Programs.run(List.of("id", "-u")).output().equals("0")) {
            return new Rootless(Way.AS_IS);
        }
        if (Programs.run(List.of("unshare", "-U", "true")).ok()) {
            return new Rootless(Way.NAMESPACE);
        }
        if (Programs.present("setpriv")) {
            return new Rootless(Way.OTHER_USER);
        }
        throw new LaunchFailure(
                "PostgreSQL does not run as root, and neither user namespaces (unshare -U) nor"
                        + " setpriv are to be had here: run ./homeward as another user");
    }

    /// What stands before the program's own command.
    List<String> prefix() {
        return switch (way) {
            case AS_IS -> List.of();
            case NAMESPACE -> List.of("unshare", "-U");
            case OTHER_USER -> List.of("setpriv", "--reuid", USER, "--clear-groups");
        };
    }

    /// Makes a folder the program's own, where it runs as somebody else.
    void own(Path folder) {
        if (way == Way.OTHER_USER
                && !Programs.run(List.of("chown", "-R", USER, folder.toString())).ok()) {
            throw new LaunchFailure("cannot give " + folder + " to the user " + USER);
        }
    }
}
