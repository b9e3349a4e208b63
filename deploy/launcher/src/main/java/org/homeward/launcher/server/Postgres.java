package org.homeward.launcher.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.homeward.launcher.Component;
import org.homeward.launcher.LaunchFailure;
import org.homeward.launcher.Ports;
import org.homeward.launcher.Secrets;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.process.Folders;
import org.homeward.launcher.process.Programs;
import org.homeward.launcher.process.Spec;

/// A PostgreSQL server from its published binaries, with durability on: what a service was told is
/// stored is stored.
public final class Postgres implements Server {
    public static final String SUPERUSER = "postgres";

    private static final List<String> SETTINGS =
            List.of(
                    "fsync=on",
                    "synchronous_commit=on",
                    "full_page_writes=on",
                    "listen_addresses=" + Ports.HOST,
                    "unix_socket_directories=",
                    "max_connections=200",
                    "shared_buffers=128MB",
                    "max_wal_size=1GB",
                    "timezone=UTC",
                    "log_timezone=UTC",
                    "log_line_prefix=%m [%p] %u ");

    private final StackConfig config;
    private final Path folder;
    private final Secrets secrets;
    private final Rootless user = Rootless.find();

    public Postgres(StackConfig config) {
        this.config = config;
        this.folder = config.data().resolve("postgres");
        this.secrets = new Secrets(config.secrets());
    }

    @Override
    public void prepare() {
        if (Files.exists(folder.resolve("PG_VERSION"))) {
            return;
        }
        Path password = null;
        try {
            Folders.delete(folder);
            Files.createDirectories(folder);
            user.own(folder);
            password = Files.createTempFile("homeward", ".pw");
            Files.writeString(password, secrets.get(SUPERUSER));
            user.own(password);
            initialise(password);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteQuietly(password);
        }
    }

    private void initialise(Path password) {
        Programs.Result result =
                Programs.run(
                        command(
                                "initdb",
                                "--pgdata=" + folder,
                                "--username=" + SUPERUSER,
                                "--pwfile=" + password,
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--builtin-locale=C.UTF-8",
                                "--locale=C"));
        if (!result.ok()) {
            throw new LaunchFailure("PostgreSQL's data cannot be made: " + result.output());
        }
    }

    private static void deleteQuietly(@org.jspecify.annotations.Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Spec spec() {
        List<String> command = command("postgres", "-D", folder.toString());
        command.addAll(List.of("-c", "port=" + config.ports().postgres()));
        SETTINGS.forEach(setting -> command.addAll(List.of("-c", setting)));
        return new Spec(
                Component.POSTGRES.label(),
                command,
                Map.of("LC_ALL", "C"),
                folder,
                config.log(Component.POSTGRES));
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>(user.prefix());
        command.add(binaries().resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    /// The binaries of this machine's kind, unpacked once; the folder's name holds the archive's
    /// size, so that another version is another folder.
    private Path binaries() {
        String name = "/postgres-" + platform() + ".txz";
        try (InputStream archive = Postgres.class.getResourceAsStream(name)) {
            if (archive == null) {
                throw new LaunchFailure("no PostgreSQL binaries for this machine: " + name);
            }
            int size = archive.available();
            return Unpacked.once(
                    config.home().cache().resolve("postgres-" + size), to -> unpack(name, to));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void unpack(String name, Path to) throws IOException {
        try (InputStream archive = Postgres.class.getResourceAsStream(name)) {
            if (archive != null) {
                Unpacked.tarXz(archive, to);
            }
        }
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        boolean arm = System.getProperty("os.arch").equals("aarch64");
        return (system.contains("mac") ? "darwin" : "linux") + (arm ? "-arm_64" : "-x86_64");
    }

    @Override
    public boolean ready() {
        if (!Sockets.listening(Ports.HOST, config.ports().postgres())) {
            return false;
        }
        try (Connection connection = connect(SUPERUSER)) {
            return connection.isValid(2);
        } catch (SQLException e) {
            return false;
        }
    }

    /// A superuser's connection, for setting up only.
    public Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                config.jdbcUrl(database) + "?connectTimeout=5&socketTimeout=60",
                SUPERUSER,
                secrets.get(SUPERUSER));
    }

    /// SIGINT: clients are disconnected, everything is written, no recovery at the next start.
    @Override
    public String stopSignal() {
        return "INT";
    }
}
